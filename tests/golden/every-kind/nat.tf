# Sekisho: hands-on.sekisho

resource "aws_eip" "nat" {
  count = var.enable_nat_gateway ? length(var.availability_zones) : 0

  domain = "vpc"

  tags = {
    Name = "${var.project_name}-${var.environment}-nat-eip-${substr(var.availability_zones[count.index], -1, 1)}"
  }
}

resource "aws_eip" "spare" {
  domain = "vpc"
}

resource "aws_eip" "second" {
  domain = "vpc"
}

resource "aws_eip" "zone_a" {
  domain = "vpc"
}

resource "aws_nat_gateway" "main" {
  count = var.enable_nat_gateway ? length(var.availability_zones) : 0

  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = aws_subnet.public[count.index].id

  tags = {
    Name = "${var.project_name}-${var.environment}-nat-${substr(var.availability_zones[count.index], -1, 1)}"
  }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_nat_gateway" "main_2" {
  count = 1

  allocation_id            = aws_eip.spare.id
  secondary_allocation_ids = [aws_eip.second.id]
  subnet_id                = aws_subnet.public[count.index].id
  private_ip               = "10.0.1.200"

  depends_on = [aws_internet_gateway.main]
}

resource "aws_nat_gateway" "private" {
  count = 1

  connectivity_type = "private"
  subnet_id         = aws_subnet.private[count.index].id
}

resource "aws_nat_gateway" "regional" {
  count = var.enable_nat_gateway ? 1 : 0

  availability_mode = "regional"
  vpc_id            = aws_vpc.main.id

  availability_zone_address {
    allocation_ids    = [aws_eip.zone_a.id]
    availability_zone = var.availability_zones[0]
  }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_route" "private_nat" {
  count = var.enable_nat_gateway ? length(var.availability_zones) : 0

  route_table_id         = aws_route_table.private[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main[count.index].id
}
