// SPDX-License-Identifier: Apache-2.0
#include "ui/text/diagnostic_text.h"

#include <array>

namespace sekisho::text {

namespace {

struct Word {
    std::string_view english;
    std::string_view japanese;

    constexpr std::string_view in(Language language) const {
        return language == Language::English ? english : japanese;
    }
};

constexpr std::array severities = {
    Word{"error", "エラー"},
    Word{"warning", "警告"},
    Word{"info", "情報"},
};

// In the order of Kind.
constexpr std::array kinds = {
    Word{"VPC", "VPC"},
    Word{"availability zone", "アベイラビリティーゾーン"},
    Word{"subnet", "サブネット"},
    Word{"internet gateway", "インターネットゲートウェイ"},
    Word{"egress-only internet gateway", "Egress-Onlyインターネットゲートウェイ"},
    Word{"route table", "ルートテーブル"},
    Word{"NAT gateway", "NATゲートウェイ"},
    Word{"Elastic IP", "Elastic IP"},
    Word{"security group", "セキュリティグループ"},
    Word{"network ACL", "ネットワークACL"},
    Word{"prefix list", "プレフィックスリスト"},
    Word{"VPC endpoint", "VPCエンドポイント"},
    Word{"VPC peering connection", "VPCピアリング接続"},
    Word{"flow log", "フローログ"},
    Word{"workload", "ワークロード"},
    Word{"external network", "外部ネットワーク"},
    Word{"CIDR block", "CIDRブロック"},
    Word{"route", "ルート"},
    Word{"route table association", "ルートテーブルの関連付け"},
    Word{"security group rule", "セキュリティグループのルール"},
    Word{"network ACL rule", "ネットワークACLのルール"},
    Word{"network ACL association", "ネットワークACLの関連付け"},
    Word{"network interface", "ネットワークインターフェイス"},
    Word{"listener", "リスナー"},
};
static_assert(kinds.size() == kindCount);

// In the order of Need.
constexpr std::array needs = {
    Word{"Pull images from ECR (Fargate)", "ECRからのイメージ取得（Fargate）"},
    Word{"ECS on EC2", "EC2上のECS"},
    Word{"External APIs over IPv4", "外部API（IPv4）の呼び出し"},
    Word{"Resolve public DNS names", "パブリックDNS名の解決"},
    Word{"CloudWatch Logs", "CloudWatch Logs"},
    Word{"CloudWatch metrics", "CloudWatchメトリクス"},
    Word{"Amazon Linux packages", "Amazon Linuxのパッケージ取得"},
    Word{"Packages by apt, pip or npm", "apt、pip、npmによるパッケージ取得"},
    Word{"S3", "S3"},
    Word{"DynamoDB", "DynamoDB"},
    Word{"SSM Session Manager", "SSMセッションマネージャー"},
    Word{"Secrets Manager", "Secrets Manager"},
    Word{"STS and KMS", "STSとKMS"},
    Word{"Traffic inside the VPC", "VPC内の通信"},
    Word{"Requests through a load balancer", "ロードバランサー経由の受信"},
    Word{"Requests to its own public IP", "自身のパブリックIPへの受信"},
};
static_assert(needs.size() == static_cast<std::size_t>(Need::InboundDirectPublicIp) + 1);

// In the order of WorkloadKind.
constexpr std::array workloads = {
    Word{"Application Load Balancer", "Application Load Balancer"},
    Word{"Network Load Balancer", "Network Load Balancer"},
    Word{"ECS service", "ECSサービス"},
    Word{"EC2 instance", "EC2インスタンス"},
    Word{"RDS database", "RDSデータベース"},
    Word{"Lambda function", "Lambda関数"},
    Word{"ElastiCache", "ElastiCache"},
    Word{"other workload", "その他のワークロード"},
};
static_assert(workloads.size() == static_cast<std::size_t>(WorkloadKind::Other) + 1);

} // namespace

std::string_view severityWord(Severity severity, Language language) {
    return severities[static_cast<std::size_t>(severity)].in(language);
}

std::string_view kindName(Kind kind, Language language) {
    return kinds[static_cast<std::size_t>(kind)].in(language);
}

std::string_view needName(Need need, Language language) {
    return needs[static_cast<std::size_t>(need)].in(language);
}

std::string_view workloadName(WorkloadKind kind, Language language) {
    return workloads[static_cast<std::size_t>(kind)].in(language);
}

} // namespace sekisho::text
