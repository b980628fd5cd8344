# Sekisho: hands-on.sekisho

resource "aws_eip" "nat" {
  for_each = toset(var.enable_nat_gateway ? ["ap-northeast-1a", "ap-northeast-1c"] : [])

  domain = "vpc"

  tags = {
    Name = "${var.project_name}-${var.environment}-nat-eip-${substr(each.key, -1, 1)}"
  }
}

resource "aws_nat_gateway" "main" {
  for_each = toset(var.enable_nat_gateway ? ["ap-northeast-1a", "ap-northeast-1c"] : [])

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = {
    Name = "${var.project_name}-${var.environment}-nat-${substr(each.key, -1, 1)}"
  }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_route" "private_nat" {
  for_each = toset(var.enable_nat_gateway ? ["ap-northeast-1a", "ap-northeast-1c"] : [])

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main[each.key].id
}
