# Sekisho: hands-on.sekisho

moved {
  from = aws_subnet.public[0]
  to   = aws_subnet.public["ap-northeast-1a"]
}

moved {
  from = aws_subnet.public[1]
  to   = aws_subnet.public["ap-northeast-1c"]
}

moved {
  from = aws_subnet.private[0]
  to   = aws_subnet.private["ap-northeast-1a"]
}

moved {
  from = aws_subnet.private[1]
  to   = aws_subnet.private["ap-northeast-1c"]
}

moved {
  from = aws_eip.nat[0]
  to   = aws_eip.nat["ap-northeast-1a"]
}

moved {
  from = aws_eip.nat[1]
  to   = aws_eip.nat["ap-northeast-1c"]
}

moved {
  from = aws_nat_gateway.main[0]
  to   = aws_nat_gateway.main["ap-northeast-1a"]
}

moved {
  from = aws_nat_gateway.main[1]
  to   = aws_nat_gateway.main["ap-northeast-1c"]
}

moved {
  from = aws_route_table.private[0]
  to   = aws_route_table.private["ap-northeast-1a"]
}

moved {
  from = aws_route_table.private[1]
  to   = aws_route_table.private["ap-northeast-1c"]
}

moved {
  from = aws_route.private_nat[0]
  to   = aws_route.private_nat["ap-northeast-1a"]
}

moved {
  from = aws_route.private_nat[1]
  to   = aws_route.private_nat["ap-northeast-1c"]
}

moved {
  from = aws_route_table_association.private[0]
  to   = aws_route_table_association.private["ap-northeast-1a"]
}

moved {
  from = aws_route_table_association.private[1]
  to   = aws_route_table_association.private["ap-northeast-1c"]
}
