# Sekisho: hands-on.sekisho

resource "aws_vpc" "main" {
  cidr_block                       = var.vpc_cidr
  assign_generated_ipv6_cidr_block = true
  enable_dns_support               = true
  enable_dns_hostnames             = true

  tags = {
    Name = "${var.project_name}-${var.environment}-vpc"
  }
}

resource "aws_vpc" "office" {
  cidr_block           = "172.16.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    Name = "${var.project_name}-${var.environment}-office"
  }
}

resource "aws_vpc_ipv4_cidr_block_association" "main_secondary" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.1.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.project_name}-${var.environment}-igw"
  }
}

resource "aws_egress_only_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.project_name}-${var.environment}-eigw"
  }
}

resource "aws_subnet" "public" {
  count = length(var.availability_zones)

  vpc_id                          = aws_vpc.main.id
  cidr_block                      = var.public_subnet_cidrs[count.index]
  ipv6_cidr_block                 = [cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 7), null][count.index]
  availability_zone               = var.availability_zones[count.index]
  map_public_ip_on_launch         = true
  assign_ipv6_address_on_creation = [true, null][count.index]

  tags = {
    Name = "${var.project_name}-${var.environment}-public-${substr(var.availability_zones[count.index], -1, 1)}"
  }
}

resource "aws_subnet" "private" {
  count = length(var.availability_zones)

  vpc_id            = aws_vpc.main.id
  cidr_block        = var.private_subnet_cidrs[count.index]
  availability_zone = var.availability_zones[count.index]

  tags = {
    Name = "${var.project_name}-${var.environment}-private-${substr(var.availability_zones[count.index], -1, 1)}"
  }
}

resource "aws_subnet" "v6_only" {
  count = 1

  vpc_id                          = aws_vpc.main.id
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 9)
  ipv6_native                     = true
  availability_zone               = var.availability_zones[count.index]
  assign_ipv6_address_on_creation = true
}

resource "aws_subnet" "later" {
  count = 1

  vpc_id            = aws_vpc.main.id
  cidr_block        = var.later_subnet_cidrs[count.index]
  availability_zone = var.availability_zones[count.index]

  depends_on = [aws_vpc_ipv4_cidr_block_association.main_secondary]
}

resource "aws_subnet" "office_office" {
  count = 1

  vpc_id            = aws_vpc.office.id
  cidr_block        = var.office_office_subnet_cidrs[count.index]
  availability_zone = "ap-northeast-1d"

  tags = {
    Name = "office-d"
  }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.project_name}-${var.environment}-public-rt"
  }
}

resource "aws_route_table" "private" {
  count = length(var.availability_zones)

  vpc_id = aws_vpc.main.id

  tags = {
    Name = "${var.project_name}-${var.environment}-private-rt-${substr(var.availability_zones[count.index], -1, 1)}"
  }
}

resource "aws_route_table" "office_office" {
  vpc_id = aws_vpc.office.id
}

resource "aws_route_table" "v6" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "public_internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route" "office_office_external" {
  route_table_id             = aws_route_table.office_office.id
  destination_prefix_list_id = aws_ec2_managed_prefix_list.partners.id
  transit_gateway_id         = "tgw-0123456789abcdef0"
}

resource "aws_route" "office_office_peering" {
  route_table_id            = aws_route_table.office_office.id
  destination_cidr_block    = "10.0.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.to_office.id
}

resource "aws_route" "v6_egress_only" {
  route_table_id              = aws_route_table.v6.id
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.main.id
}

resource "aws_route_table_association" "public" {
  count = length(var.availability_zones)

  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  count = length(var.availability_zones)

  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private[count.index].id
}

resource "aws_route_table_association" "v6_only" {
  count = 1

  subnet_id      = aws_subnet.v6_only[count.index].id
  route_table_id = aws_route_table.v6.id
}

resource "aws_main_route_table_association" "office_office" {
  vpc_id         = aws_vpc.office.id
  route_table_id = aws_route_table.office_office.id
}

resource "aws_vpc_peering_connection" "to_office" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = aws_vpc.office.id
  auto_accept = true

  tags = {
    Name = "${var.project_name}-${var.environment}-to-office"
  }
}

resource "aws_vpc_peering_connection" "abroad" {
  vpc_id        = aws_vpc.main.id
  peer_vpc_id   = "vpc-0123456789abcdef0"
  peer_owner_id = "123456789012"
  peer_region   = "us-west-2"

  tags = {
    Name = "${var.project_name}-${var.environment}-abroad"
  }
}
