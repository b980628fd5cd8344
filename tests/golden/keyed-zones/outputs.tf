# Sekisho: hands-on.sekisho

output "vpc_id" {
  description = "VPCのID"
  value       = aws_vpc.main.id
}

output "public_subnet_ids" {
  description = "パブリックサブネットのIDリスト"
  value       = [for member in aws_subnet.public : member.id]
}

output "private_subnet_ids" {
  description = "プライベートサブネットのIDリスト"
  value       = [for member in aws_subnet.private : member.id]
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

output "nat_gateway_ids" {
  description = "NAT GatewayのIDリスト"
  value       = [for member in aws_nat_gateway.main : member.id]
}

output "nat_gateway_public_ips" {
  description = "NAT GatewayのElastic IPアドレスリスト"
  value       = [for member in aws_eip.nat : member.public_ip]
}
