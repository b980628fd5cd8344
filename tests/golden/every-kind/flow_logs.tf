# Sekisho: hands-on.sekisho

resource "aws_cloudwatch_log_group" "all" {
  name              = "/vpc/${var.project_name}"
  retention_in_days = 30
}

resource "aws_iam_role" "all" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "vpc-flow-logs.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "all" {
  role = aws_iam_role.all.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
      ]
      Resource = "*"
    }]
  })
}

resource "aws_flow_log" "all" {
  vpc_id                   = aws_vpc.main.id
  traffic_type             = "ALL"
  log_destination_type     = "cloud-watch-logs"
  log_destination          = aws_cloudwatch_log_group.all.arn
  iam_role_arn             = aws_iam_role.all.arn
  max_aggregation_interval = 60
}

resource "aws_flow_log" "rejects" {
  subnet_id            = aws_subnet.public[0].id
  traffic_type         = "REJECT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs/office/"
}
