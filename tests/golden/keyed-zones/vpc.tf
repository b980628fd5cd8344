# Sekisho: hands-on.sekisho

resource "aws_vpc" "main" {
  cidr_block           = var.vpc_cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    Name = "${var.project_name}-${var.environment}-vpc"
  }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.project_name}-${var.environment}-igw"
  }
}

resource "aws_subnet" "public" {
  for_each = {
    ap-northeast-1a = {
      cidr_block = "10.0.1.0/24"
    }
    ap-northeast-1c = {
      cidr_block = "10.0.2.0/24"
    }
  }

  vpc_id                  = aws_vpc.main.id
  cidr_block              = each.value.cidr_block
  availability_zone       = each.key
  map_public_ip_on_launch = true

  tags = {
    Name = "${var.project_name}-${var.environment}-public-${substr(each.key, -1, 1)}"
  }
}

resource "aws_subnet" "private" {
  for_each = {
    ap-northeast-1a = {
      cidr_block = "10.0.11.0/24"
    }
    ap-northeast-1c = {
      cidr_block = "10.0.12.0/24"
    }
  }

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr_block
  availability_zone = each.key

  tags = {
    Name = "${var.project_name}-${var.environment}-private-${substr(each.key, -1, 1)}"
  }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.project_name}-${var.environment}-public-rt"
  }
}

resource "aws_route_table" "private" {
  for_each = toset(["ap-northeast-1a", "ap-northeast-1c"])

  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.project_name}-${var.environment}-private-rt-${substr(each.key, -1, 1)}"
  }
}

resource "aws_route" "public_internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "public" {
  count = length(var.availability_zones)

  subnet_id      = [aws_subnet.public["ap-northeast-1a"].id, aws_subnet.public["ap-northeast-1c"].id][count.index]
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  for_each = toset(["ap-northeast-1a", "ap-northeast-1c"])

  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id
}
