# Sekisho: hands-on.sekisho

output "vpc_id" {
  description = "VPCのID"
  value       = aws_vpc.main.id
}

output "vpc_office_id" {
  description = "officeのVPC ID"
  value       = aws_vpc.office.id
}

output "public_subnet_ids" {
  description = "パブリックサブネットのIDリスト"
  value       = aws_subnet.public[*].id
}

output "private_subnet_ids" {
  description = "プライベートサブネットのIDリスト"
  value       = concat(aws_subnet.private[*].id, aws_subnet.later[*].id)
}

output "isolated_subnet_ids" {
  description = "隔離サブネットのIDリスト"
  value       = aws_subnet.v6_only[*].id
}

output "security_group_alb_id" {
  description = "ALB用Security GroupのID"
  value       = aws_security_group.alb.id
}

output "security_group_ecs_id" {
  description = "ECS用Security GroupのID"
  value       = aws_security_group.ecs.id
}

output "security_group_rds_id" {
  description = "RDS用Security GroupのID"
  value       = aws_security_group.rds.id
}

output "security_group_web_id" {
  description = "WEB用Security GroupのID"
  value       = aws_security_group.web.id
}

output "security_group_ping_id" {
  description = "PING用Security GroupのID"
  value       = aws_security_group.ping.id
}

output "security_group_pong_id" {
  description = "PONG用Security GroupのID"
  value       = aws_security_group.pong.id
}

output "default_security_group_default_id" {
  description = "default用Security GroupのID"
  value       = aws_default_security_group.default.id
}

output "nat_gateway_ids" {
  description = "NAT GatewayのIDリスト"
  value       = concat(aws_nat_gateway.main[*].id, aws_nat_gateway.main_2[*].id, aws_nat_gateway.private[*].id, aws_nat_gateway.regional[*].id)
}

output "nat_gateway_public_ips" {
  description = "NAT GatewayのElastic IPアドレスリスト"
  value       = concat(aws_eip.nat[*].public_ip, [aws_eip.spare.public_ip, aws_eip.second.public_ip, aws_eip.zone_a.public_ip])
}
