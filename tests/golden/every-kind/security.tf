# Sekisho: hands-on.sekisho

data "aws_ec2_managed_prefix_list" "s3" {
  name = "com.amazonaws.${var.aws_region}.s3"
}

resource "aws_ec2_managed_prefix_list" "partners" {
  name           = "${var.project_name}-partners"
  address_family = "IPv4"
  max_entries    = 3

  entry {
    cidr        = "198.51.100.0/24"
    description = "A & Co"
  }

  entry {
    cidr = "203.0.113.7/32"
  }
}

resource "aws_security_group" "alb" {
  name        = "${var.project_name}-${var.environment}-alb-sg"
  description = "Security group for Application Load Balancer"
  vpc_id      = aws_vpc.main.id

  ingress {
    description = "HTTP from Internet"
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    description = "HTTPS from Internet"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    description = "All traffic"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = {
    Name = "${var.project_name}-${var.environment}-alb-sg"
  }
}

resource "aws_security_group" "ecs" {
  name        = "${var.project_name}-${var.environment}-ecs-sg"
  description = "Security group for ECS Fargate"
  vpc_id      = aws_vpc.main.id

  ingress {
    description     = "HTTP from ALB"
    from_port       = 80
    to_port         = 80
    protocol        = "tcp"
    security_groups = [aws_security_group.alb.id]
  }

  ingress {
    description     = "App port from ALB"
    from_port       = 3000
    to_port         = 3000
    protocol        = "tcp"
    security_groups = [aws_security_group.alb.id]
  }

  egress {
    description = "All traffic"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = {
    Name = "${var.project_name}-${var.environment}-ecs-sg"
  }
}

resource "aws_security_group" "rds" {
  name        = "${var.project_name}-${var.environment}-rds-sg"
  description = "Security group for RDS PostgreSQL"
  vpc_id      = aws_vpc.main.id

  ingress {
    description     = "PostgreSQL from ECS"
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.ecs.id]
  }

  egress {
    description = "All traffic"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  tags = {
    Name = "${var.project_name}-${var.environment}-rds-sg"
  }
}

resource "aws_security_group" "web" {
  name   = "${var.project_name}-web"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port = 8080
    to_port   = 8090
    protocol  = "tcp"
    self      = true
  }

  ingress {
    description = "ping"
    from_port   = 8
    to_port     = 0
    protocol    = "icmp"
    cidr_blocks = [var.vpc_cidr]
  }

  ingress {
    from_port       = 53
    to_port         = 53
    protocol        = "udp"
    prefix_list_ids = [aws_ec2_managed_prefix_list.partners.id]
  }

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "50"
    cidr_blocks = ["192.0.2.0/24"]
  }

  egress {
    from_port        = -1
    to_port          = -1
    protocol         = "icmpv6"
    ipv6_cidr_blocks = ["2001:db8::/32"]
  }

  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    prefix_list_ids = [data.aws_ec2_managed_prefix_list.s3.id]
  }
}

resource "aws_security_group" "ping" {
  name   = "ping"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "ping_17" {
  security_group_id            = aws_security_group.ping.id
  referenced_security_group_id = aws_security_group.pong.id
  ip_protocol                  = "tcp"
  from_port                    = 7
  to_port                      = 7
}

resource "aws_vpc_security_group_egress_rule" "ping_18" {
  security_group_id = aws_security_group.ping.id
  cidr_ipv4         = var.vpc_cidr
  ip_protocol       = "-1"
}

resource "aws_security_group" "pong" {
  name   = "pong"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "pong_15" {
  security_group_id            = aws_security_group.pong.id
  description                  = "from ping"
  referenced_security_group_id = aws_security_group.ping.id
  ip_protocol                  = "tcp"
  from_port                    = 7
  to_port                      = 7
}

resource "aws_vpc_security_group_egress_rule" "pong_16" {
  security_group_id            = aws_security_group.pong.id
  referenced_security_group_id = aws_security_group.pong.id
  ip_protocol                  = "-1"
}

resource "aws_default_security_group" "default" {
  vpc_id  = aws_vpc.main.id
  ingress = []
  egress  = []
}
