// SPDX-License-Identifier: Apache-2.0
//
// What the judge must refuse: each row is an accepted configuration (`config`), one change of its text
// (`change`: [from, to]) that makes it wrong, the stage that must refuse it, and words of the message.
'use strict';

const HEADER = `
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
provider "aws" {
  region = "ap-northeast-1"
}
`;

const VPC = `
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "main" }
}
`;
const IGW = `
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
`;
const SUBNETS = `
resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "ap-northeast-1a"
}
resource "aws_subnet" "c" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.2.0/24"
  availability_zone = "ap-northeast-1c"
}
`;
const GROUP = `${VPC}
resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
  vpc_id      = aws_vpc.main.id
  ingress {
    description = "HTTP"
    from_port   = 80
    to_port     = 81
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
  ingress {
    description = "HTTPS"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
  ingress {
    from_port        = 8
    to_port          = 0
    protocol         = "icmp"
    ipv6_cidr_blocks = ["::/0"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`;
const SEPARATE = `${VPC}
resource "aws_security_group" "a" {
  name   = "a"
  vpc_id = aws_vpc.main.id
}
resource "aws_security_group" "b" {
  name   = "b"
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "one" {
  security_group_id = aws_security_group.a.id
  description       = "from the other group"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 81
  referenced_security_group_id = aws_security_group.b.id
}
resource "aws_vpc_security_group_ingress_rule" "two" {
  security_group_id = aws_security_group.a.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  referenced_security_group_id = aws_security_group.b.id
}
resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.a.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}
`;
const ACL = `${VPC}
resource "aws_network_acl" "main" {
  vpc_id = aws_vpc.main.id
  ingress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "10.0.0.0/16"
    from_port  = 80
    to_port    = 81
  }
  ingress {
    rule_no    = 110
    protocol   = "icmp"
    action     = "deny"
    cidr_block = "0.0.0.0/0"
    icmp_type  = -1
    icmp_code  = -1
    from_port  = 0
    to_port    = 0
  }
  egress {
    rule_no    = 100
    protocol   = "-1"
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}
`;
const ACL_RULES = `${VPC}
resource "aws_network_acl" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_network_acl_rule" "one" {
  network_acl_id = aws_network_acl.main.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "10.0.0.0/16"
  from_port      = 80
  to_port        = 81
}
resource "aws_network_acl_rule" "two" {
  network_acl_id = aws_network_acl.main.id
  rule_number    = 110
  rule_action    = "allow"
  protocol       = "icmp"
  cidr_block     = "10.0.0.0/16"
  icmp_type      = 8
  icmp_code      = 0
}
`;
const NAT = `${VPC}${IGW}${SUBNETS}
resource "aws_eip" "nat" {
  domain = "vpc"
}
resource "aws_eip" "other" {
  domain = "vpc"
}
resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.a.id
  depends_on    = [aws_internet_gateway.main]
}
resource "aws_nat_gateway" "second" {
  allocation_id = aws_eip.other.id
  subnet_id     = aws_subnet.c.id
  depends_on    = [aws_internet_gateway.main]
}
`;
const PRIVATE_NAT = `${VPC}${SUBNETS}
resource "aws_eip" "spare" {
  domain = "vpc"
}
resource "aws_nat_gateway" "main" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.a.id
}
`;
const REGIONAL_NAT = `${VPC}${IGW}${SUBNETS}
resource "aws_nat_gateway" "main" {
  availability_mode = "regional"
  vpc_id            = aws_vpc.main.id
  depends_on        = [aws_internet_gateway.main]
}
`;
const ROUTES = `${NAT}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route" "nat" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}
resource "aws_route" "igw" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "198.51.100.0/24"
  gateway_id             = aws_internet_gateway.main.id
}
resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.a.id
  route_table_id = aws_route_table.private.id
}
resource "aws_route_table_association" "c" {
  subnet_id      = aws_subnet.c.id
  route_table_id = aws_route_table.private.id
}
`;
const INLINE_ROUTES = `${VPC}${IGW}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
  route {
    cidr_block = "198.51.100.0/24"
    gateway_id = aws_internet_gateway.main.id
  }
}
`;
const PREFIX_LIST = `
resource "aws_ec2_managed_prefix_list" "partners" {
  name           = "partners"
  address_family = "IPv4"
  max_entries    = 3
  entry {
    cidr = "203.0.113.0/28"
  }
  entry {
    cidr = "198.51.100.0/24"
  }
}
resource "aws_ec2_managed_prefix_list_entry" "more" {
  prefix_list_id = aws_ec2_managed_prefix_list.partners.id
  cidr           = "192.0.2.0/24"
}
`;
const ENDPOINTS = `${VPC.replace('"10.0.0.0/16"', '"10.0.0.0/16"\n  enable_dns_hostnames = true')}${SUBNETS}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}
resource "aws_security_group" "endpoint" {
  name   = "endpoint"
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.ap-northeast-1.s3"
  route_table_ids   = [aws_route_table.private.id]
}
resource "aws_vpc_endpoint" "ecr" {
  vpc_id              = aws_vpc.main.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.ap-northeast-1.ecr.api"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.a.id, aws_subnet.c.id]
  security_group_ids  = [aws_security_group.endpoint.id]
}
`;
const FLOW_LOG = `${VPC}
resource "aws_cloudwatch_log_group" "flow" {
  name              = "/vpc/flow"
  retention_in_days = 30
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "flow" {
  name               = "flow"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
resource "aws_iam_role_policy" "flow" {
  name   = "flow"
  role   = aws_iam_role.flow.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = aws_iam_role.flow.arn
}
`;
const PEERING = `${VPC}
resource "aws_vpc" "peer" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_vpc_peering_connection" "main" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = aws_vpc.peer.id
  auto_accept = true
}
`;
const ASSOCIATIONS = `${VPC}${SUBNETS}
resource "aws_vpc" "other" {
  cidr_block = "10.9.0.0/16"
}
resource "aws_network_acl" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_network_acl_association" "a" {
  network_acl_id = aws_network_acl.main.id
  subnet_id      = aws_subnet.a.id
}
resource "aws_network_acl_association" "c" {
  network_acl_id = aws_network_acl.main.id
  subnet_id      = aws_subnet.c.id
}
`;
const SECONDARY = `${VPC}
resource "aws_vpc_ipv4_cidr_block_association" "more" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.1.0.0/16"
}
resource "aws_subnet" "more" {
  vpc_id     = aws_vpc_ipv4_cidr_block_association.more.vpc_id
  cidr_block = "10.1.1.0/24"
}
`;

const long = (n) => 'x'.repeat(n);
const V = 'validate';
const P = 'plan';

// [configuration, from, to, stage, words of the message]
const ROWS = [
  // VPC and subnets
  [VPC, '10.0.0.0/16', '10.0.0.0', V, 'is not a valid IPv4 CIDR block'],
  [VPC, '10.0.0.0/16', '10.0.0.1/16', V, 'did you mean "10.0.0.0/16"'],
  [VPC, '10.0.0.0/16', '10.0.0.0/15', V, 'between 16 and 28 significant bits, got: 15'],
  [VPC, '10.0.0.0/16', '10.0.0.0/29', V, 'between 16 and 28 significant bits, got: 29'],
  [VPC, '10.0.0.0/16', '10.0.0.256/28', V, 'is not a valid IPv4 CIDR block'],
  [VPC, 'cidr_block = "10.0.0.0/16"', '', V, 'exactly one source of the IPv4 block'],
  [VPC, 'cidr_block = ', 'cidr = ', V, 'Unsupported argument'],
  [VPC, '{ Name = "main" }', `{ ${long(129)} = "main" }`, V, 'tag key must have 1 to 128 characters'],
  [VPC, '"main" }', `"${long(257)}" }`, V, 'tag value must have at most 256 characters'],
  [VPC, '{ Name =', '{ "aws:Name" =', V, 'tag key must not begin with "aws:"'],
  [VPC + SUBNETS, '10.0.1.0/24', '10.0.1.1/24', V, 'did you mean "10.0.1.0/24"'],
  [VPC + SUBNETS, '10.0.1.0/24', '10.0.1.0/29', V, 'between 16 and 28'],
  [VPC + SUBNETS, '10.0.1.0/24', '10.1.1.0/24', P, 'outside its VPC'],
  [VPC + SUBNETS, '10.0.1.0/24', '10.0.2.128/25', P, 'overlaps the subnet'],
  [VPC + SUBNETS, '"ap-northeast-1a"', '"us-east-1a"', P, 'is not of the Region'],
  [VPC + SUBNETS, 'vpc_id            = aws_vpc.main.id\n', '', V, 'Missing required argument'],
  [VPC + SUBNETS, 'vpc_id            = aws_vpc.main.id\n', 'vpc_id = "subnet-0123456789abcdef0"\n', V, 'begins with \\"vpc-\\"'],
  [SECONDARY, '"10.1.1.0/24"', '"10.2.1.0/24"', P, 'outside its VPC'],
  [SECONDARY, '"10.1.0.0/16"', '"10.0.128.0/17"', P, 'overlaps another block'],
  [VPC + IGW, 'vpc_id = aws_vpc.main.id\n}', 'vpc_id = aws_vpc.main.id\n}\nresource "aws_internet_gateway" "two" {\n  vpc_id = aws_vpc.main.id\n}', P, 'has an internet gateway attached already'],
  // Security groups, inline
  [GROUP, '"web"\n', '"sg-web"\n', V, 'cannot begin with sg-'],
  [GROUP, '"web"\n', '"SG-web"\n', V, 'cannot begin with sg-'],
  [GROUP, '"web"\n', `"${long(256)}"\n`, V, 'range (1 - 255), got 256'],
  [GROUP, 'name        = "web"\n', 'name = ""\n', V, 'range (1 - 255), got 0'],
  [GROUP, '"web"\n', '"ウェブ"\n', V, 'security group names are'],
  [GROUP, '"Web servers"', '"ウェブ"', V, 'descriptions are'],
  [GROUP, '"Web servers"', `"${long(256)}"`, V, 'range (1 - 255), got 256'],
  [GROUP, '"HTTP"', '"HTTP & more"', V, 'rule descriptions are'],
  [GROUP, '"HTTP"', `"${long(256)}"`, V, 'range (0 - 255), got 256'],
  [GROUP, '"10.0.0.0/16"]', '"10.0.0.1/16"]', V, 'did you mean "10.0.0.0/16"'],
  [GROUP, '"10.0.0.0/16"]', '"anywhere"]', V, 'is not a valid IPv4 CIDR block'],
  [GROUP, '"::/0"', '"::1/0"', V, 'did you mean "::/0"'],
  [GROUP, '"::/0"', '"0.0.0.0/0"', V, 'is not a valid IPv6 CIDR block'],
  [GROUP, 'to_port     = 0\n', 'to_port = 65535\n', V, 'must both be 0'],
  [GROUP, 'to_port     = 81\n', 'to_port = 79\n', V, 'from_port 80 is greater than to_port 79'],
  [GROUP, 'to_port     = 81\n', 'to_port = 65536\n', V, 'range (0 - 65535), got 65536'],
  [GROUP, 'to_port     = 81\n', '', V, 'to_port is required'],
  [GROUP, 'to_port          = 0', 'to_port          = 256', V, 'ICMP type or code'],
  [GROUP, 'from_port        = 8', 'from_port        = -1', V, 'demands code -1'],
  [GROUP, '"tcp"', '"tpc"', V, 'neither a protocol name'],
  [GROUP, 'cidr_blocks = ["10.0.0.0/16"]', '', V, 'needs a source or destination'],
  [GROUP, 'from_port   = 443\n    to_port     = 443', 'from_port = 80\n    to_port = 81', V, 'duplicate security group rule'],
  [GROUP, 'cidr_blocks = ["10.0.0.0/16"]', 'security_groups = [aws_vpc.main.id]', P, 'begins with \\"sg-\\"'],
  [GROUP, 'name        = "web"', 'name = "web"\n  name_prefix = "web"', V, 'conflicts with name_prefix'],
  // Security group rules as resources
  [SEPARATE, 'referenced_security_group_id = aws_security_group.b.id', '', V, 'exactly one source or destination must be set'],
  [SEPARATE, 'cidr_ipv4         = "0.0.0.0/0"', 'cidr_ipv4 = "0.0.0.0/0"\n  cidr_ipv6 = "::/0"', V, 'exactly one source or destination may be set'],
  [SEPARATE, 'ip_protocol       = "-1"', 'ip_protocol = "-1"\n  from_port = 0\n  to_port = 0', V, 'must not be set when ip_protocol is "-1"'],
  [SEPARATE, 'to_port           = 81', '', V, 'to_port is required'],
  [SEPARATE, 'to_port           = 81', 'to_port = 79', V, 'greater than to_port'],
  [SEPARATE, 'from_port         = 80', 'from_port = -1', V, 'range (0 - 65535), got -1'],
  [SEPARATE, '"0.0.0.0/0"', '"10.0.0.1/8"', V, 'did you mean "10.0.0.0/8"'],
  [SEPARATE, '"from the other group"', '"a & b"', V, 'rule descriptions are'],
  [SEPARATE, 'from_port         = 443\n  to_port           = 443', 'from_port = 80\n  to_port = 81', P, 'duplicate security group rule'],
  [SEPARATE, 'name   = "b"', 'name   = "A"', P, 'already exists in its VPC'],
  [SEPARATE, 'name   = "a"\n', 'name   = "a"\n  egress {\n    from_port = 0\n    to_port = 0\n    protocol = "-1"\n    cidr_blocks = ["10.0.0.0/8"]\n  }\n', P, 'has inline egress rules'],
  // Network ACLs
  [ACL, 'rule_no    = 110', 'rule_no = 100', V, 'duplicate network ACL rule number'],
  [ACL, 'rule_no    = 110', 'rule_no = 0', V, 'range (1 - 32766), got 0'],
  [ACL, 'rule_no    = 110', 'rule_no = 32767', V, 'range (1 - 32766), got 32767'],
  [ACL, '"deny"', '"reject"', V, 'expected action to be one of [allow, deny]'],
  [ACL, '"10.0.0.0/16"\n    from', '"10.0.0.1/16"\n    from', V, 'did you mean "10.0.0.0/16"'],
  [ACL, 'cidr_block = "0.0.0.0/0"', '', V, 'exactly one CIDR block'],
  [ACL, 'icmp_code  = -1', '', V, 'icmp_code is required for icmp'],
  [ACL, 'icmp_code  = -1', 'icmp_code = 4', V, 'demands code -1'],
  [ACL, 'to_port    = 81', 'to_port = 79', V, 'greater than to_port'],
  [ACL, 'to_port    = 81', '', V, 'to_port is required'],
  [ACL, 'protocol   = "-1"\n    action     = "allow"\n    cidr_block = "0.0.0.0/0"\n    from_port  = 0\n    to_port    = 0', 'protocol = "-1"\n    action = "allow"\n    cidr_block = "0.0.0.0/0"\n    from_port = 0\n    to_port = 65535', V, 'must both be 0'],
  [ACL_RULES, 'rule_number    = 110', 'rule_number = 100', P, 'duplicate network ACL rule number'],
  [ACL_RULES, 'rule_number    = 110', 'rule_number = 40000', V, 'range (1 - 32766), got 40000'],
  [ACL_RULES, 'rule_action    = "allow"', 'rule_action = "permit"', V, 'to be one of [allow, deny]'],
  [ACL_RULES, 'icmp_type      = 8', '', V, 'icmp_type is required'],
  [ACL_RULES, 'from_port      = 80', '', V, 'from_port is required'],
  [ACL_RULES, 'vpc_id = aws_vpc.main.id', 'vpc_id = aws_vpc.main.id\n  ingress {\n    rule_no = 1\n    protocol = "-1"\n    action = "allow"\n    cidr_block = "0.0.0.0/0"\n    from_port = 0\n    to_port = 0\n  }', P, 'has inline ingress rules'],
  [ASSOCIATIONS, 'subnet_id      = aws_subnet.c.id', 'subnet_id = aws_subnet.a.id', P, 'two network ACL associations'],
  [ASSOCIATIONS, '"aws_network_acl" "main" {\n  vpc_id = aws_vpc.main.id', '"aws_network_acl" "main" {\n  vpc_id = aws_vpc.other.id', P, 'belong to different VPCs'],
  [ASSOCIATIONS, '"aws_network_acl" "main" {\n  vpc_id = aws_vpc.main.id', '"aws_network_acl" "main" {\n  subnet_ids = [aws_subnet.a.id]\n  vpc_id = aws_vpc.main.id', P, 'subnet_ids of a network ACL'],
  // Elastic IP, NAT
  [NAT, 'domain = "vpc"', 'domain = "standard"', V, 'expected domain to be one of [vpc]'],
  [NAT, 'domain = "vpc"', 'vpc = true', V, 'Unsupported argument'],
  [NAT, 'allocation_id = aws_eip.nat.id\n', '', V, 'allocation_id is required for a public NAT gateway'],
  [NAT, 'subnet_id     = aws_subnet.a.id\n', '', V, 'subnet_id is required for a zonal NAT gateway'],
  [NAT, 'aws_eip.other.id', 'aws_eip.nat.id', P, 'two NAT gateways use one Elastic IP'],
  [NAT, 'aws_eip.other.id', 'aws_subnet.a.id', P, 'begins with \\"eipalloc-\\"'],
  [NAT, 'subnet_id     = aws_subnet.a.id\n', 'subnet_id = aws_subnet.a.id\n  connectivity_type = "open"\n', V, 'expected connectivity_type to be one of'],
  [NAT, 'subnet_id     = aws_subnet.a.id\n', 'subnet_id = aws_subnet.a.id\n  availability_mode = "zone"\n', V, 'expected availability_mode to be one of'],
  [PRIVATE_NAT, 'connectivity_type = "private"', 'connectivity_type = "private"\n  allocation_id = aws_eip.spare.id', P, 'allocation_id must not be set for a private NAT gateway'],
  [PRIVATE_NAT, 'connectivity_type = "private"', 'allocation_id = aws_eip.spare.id', P, 'no internet gateway attached'],
  [REGIONAL_NAT, 'vpc_id            = aws_vpc.main.id\n  depends_on', 'depends_on', V, 'vpc_id is required for a regional NAT gateway'],
  [REGIONAL_NAT, 'availability_mode = "regional"', 'availability_mode = "regional"\n  subnet_id = aws_subnet.a.id', P, 'subnet_id must not be set for a regional NAT gateway'],
  [REGIONAL_NAT, 'availability_mode = "regional"', 'availability_mode = "regional"\n  connectivity_type = "private"', V, 'cannot be private'],
  // Routes
  [ROUTES, 'nat_gateway_id         = aws_nat_gateway.main.id', 'gateway_id = aws_nat_gateway.main.id', P, 'gateway_id must not be a NAT gateway'],
  [ROUTES, 'nat_gateway_id         = aws_nat_gateway.main.id', 'gateway_id = "nat-0123456789abcdef0"', V, 'gateway_id must not be a NAT gateway'],
  [ROUTES, 'nat_gateway_id         = aws_nat_gateway.main.id', '', V, 'exactly one route target must be set'],
  [ROUTES, 'nat_gateway_id         = aws_nat_gateway.main.id', 'nat_gateway_id = aws_nat_gateway.main.id\n  gateway_id = aws_internet_gateway.main.id', P, 'exactly one route target may be set'],
  [ROUTES, 'destination_cidr_block = "0.0.0.0/0"', '', V, 'exactly one route destination must be set'],
  [ROUTES, 'destination_cidr_block = "0.0.0.0/0"', 'destination_cidr_block = "0.0.0.0/0"\n  destination_ipv6_cidr_block = "::/0"', V, 'exactly one route destination may be set'],
  [ROUTES, '"198.51.100.0/24"', '"198.51.100.1/24"', V, 'did you mean "198.51.100.0/24"'],
  [ROUTES, '"198.51.100.0/24"', '"0.0.0.0/0"', P, 'RouteAlreadyExists'],
  [ROUTES, 'subnet_id      = aws_subnet.c.id', 'subnet_id = aws_subnet.a.id', P, 'two route table associations'],
  [INLINE_ROUTES, '"198.51.100.0/24"', '"0.0.0.0/0"', V, 'duplicate route'],
  [INLINE_ROUTES, '"198.51.100.0/24"', '"198.51.100.9/24"', V, 'did you mean'],
  [INLINE_ROUTES, 'gateway_id = aws_internet_gateway.main.id', '', V, 'exactly one route target must be set'],
  // Prefix lists
  [PREFIX_LIST, 'max_entries    = 3', 'max_entries = 1', V, '2 prefix list entries, but max_entries is 1'],
  [PREFIX_LIST, 'max_entries    = 3', 'max_entries = 2', P, '3 prefix list entries, but max_entries is 2'],
  [PREFIX_LIST, '"203.0.113.0/28"', '"2001:db8::/32"', V, 'is not a valid IPv4 CIDR block'],
  [PREFIX_LIST, '"203.0.113.0/28"', '"198.51.100.0/24"\n    description = "again"', V, 'duplicate prefix list entry'],
  [PREFIX_LIST, '"192.0.2.0/24"', '"2001:db8::/32"', P, 'as its prefix list demands'],
  [PREFIX_LIST, '"IPv4"', '"ipv4"', V, 'expected address_family to be one of'],
  // Endpoints
  [ENDPOINTS, '"Gateway"', '"Door"', V, 'expected vpc_endpoint_type to be one of'],
  [ENDPOINTS, 'service_name      = "com.amazonaws.ap-northeast-1.s3"', '', V, 'service'],
  [ENDPOINTS, 'ap-northeast-1.s3"', 'ap-northeast-1.sqs"', V, 'gateway endpoints are for S3 and DynamoDB only'],
  [ENDPOINTS, 'ap-northeast-1.s3"', 'eu-west-1.s3"', P, 'does not exist in the Region'],
  [ENDPOINTS, 'route_table_ids   = [aws_route_table.private.id]', 'subnet_ids = ["subnet-0123456789abcdef0"]', V, 'subnet_ids must not be set for a Gateway endpoint'],
  [ENDPOINTS, 'subnet_ids          = [aws_subnet.a.id, aws_subnet.c.id]', 'route_table_ids = ["rtb-0123456789abcdef0"]', V, 'route_table_ids must not be set for a Interface endpoint'],
  [ENDPOINTS, 'enable_dns_hostnames = true', 'enable_dns_hostnames = false', P, 'enabling private DNS requires both'],
  [ENDPOINTS, '"ap-northeast-1c"', '"ap-northeast-1a"', P, 'one subnet per Availability Zone'],
  // Flow logs and what they need
  [FLOW_LOG, 'vpc_id          = aws_vpc.main.id\n', '', V, 'exactly one flow log source must be set'],
  [FLOW_LOG, 'vpc_id          = aws_vpc.main.id\n', 'vpc_id = aws_vpc.main.id\n  subnet_id = "subnet-0123456789abcdef0"\n', P, 'exactly one flow log source may be set'],
  [FLOW_LOG, 'traffic_type    = "ALL"', '', V, 'traffic_type is required'],
  [FLOW_LOG, 'log_destination = aws_cloudwatch_log_group.flow.arn', '', V, 'log_destination is required'],
  [FLOW_LOG, 'iam_role_arn    = aws_iam_role.flow.arn', '', V, 'iam_role_arn is required'],
  [FLOW_LOG, 'retention_in_days = 30', 'retention_in_days = 31', V, 'expected retention_in_days to be one of'],
  [FLOW_LOG, 'jsonencode({ Version = "2012-10-17", Statement = [] })', '"{"', V, 'invalid JSON policy'],
  [FLOW_LOG, 'name               = "flow"', 'name = "flow log"', V, 'alphanumeric'],
  // Peering
  [PEERING, '10.1.0.0/16', '10.0.0.0/17', P, 'overlap'],
  [PEERING, 'aws_vpc.peer.id', 'aws_vpc.main.id', P, 'cannot be peered with itself'],
  [PEERING, 'auto_accept = true', 'auto_accept = true\n  peer_region = "us-east-1"', V, 'auto_accept'],
].map(([config, from, to, stage, says]) => ({ config, change: [from, to], stage, says }));

module.exports = { HEADER, ROWS };
