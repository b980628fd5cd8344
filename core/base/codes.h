// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

/// Every diagnostic there is: X(name). The code people see is the name with dashes ("cidr-host-bits"); codes
/// are stable once released. The sentences, English and Japanese, stand in ui/text/diagnostic_texts.inc.
#define SEKISHO_CODES(X)                                                                                     \
    /* base */                                                                                               \
    X(decimal_syntax)                                                                                        \
    X(decimal_overflow)                                                                                      \
    X(decimal_zero_division)                                                                                 \
    /* net */                                                                                                \
    X(cidr_syntax)                                                                                           \
    X(cidr_host_bits)                                                                                        \
    X(port_syntax)                                                                                           \
    X(icmp_syntax)                                                                                           \
    X(protocol_without_ports)                                                                                \
    X(protocol_unknown)                                                                                      \
    /* edits */                                                                                              \
    X(name_template_syntax)                                                                                  \
    X(edit_conflict)                                                                                         \
    X(edit_kind)                                                                                             \
    X(edit_duplicate_id)                                                                                     \
    X(edit_dangling)                                                                                         \
    X(edit_address)                                                                                          \
    X(edit_no_such_element)                                                                                  \
    X(edit_no_free_cidr)                                                                                     \
    X(edit_no_free_number)                                                                                   \
    X(edit_label_taken)                                                                                      \
    X(edit_label_illegal)                                                                                    \
    X(edit_bad_order)                                                                                        \
    X(template_unknown)                                                                                      \
    X(template_setting_unknown)                                                                              \
    X(template_setting_bad)                                                                                  \
    /* model */                                                                                              \
    X(settings_region_syntax)                                                                                \
    X(settings_name_empty)                                                                                   \
    X(settings_name_characters)                                                                              \
    X(reference_dangling)                                                                                    \
    X(name_without_zone)                                                                                     \
    X(tag_quota)                                                                                             \
    X(tag_key_length)                                                                                        \
    X(tag_value_length)                                                                                      \
    X(tag_reserved_prefix)                                                                                   \
    X(tag_characters)                                                                                        \
    X(tag_name_twice)                                                                                        \
    X(address_missing)                                                                                       \
    X(address_label)                                                                                         \
    X(address_duplicate)                                                                                     \
    X(address_several)                                                                                       \
    X(vpc_without_cidr)                                                                                      \
    X(vpc_cidr_not_ipv4)                                                                                     \
    X(vpc_cidr_size)                                                                                         \
    X(vpc_cidrs_overlap)                                                                                     \
    X(vpc_cidr_quota)                                                                                        \
    X(vpc_ipv6_size)                                                                                         \
    X(vpc_quota)                                                                                             \
    X(zone_name_syntax)                                                                                      \
    X(zone_foreign_region)                                                                                   \
    X(zone_duplicate)                                                                                        \
    X(subnet_without_cidr)                                                                                   \
    X(subnet_cidr_not_ipv4)                                                                                  \
    X(subnet_cidr_size)                                                                                      \
    X(subnet_outside_vpc)                                                                                    \
    X(subnets_overlap)                                                                                       \
    X(subnet_ipv6_without_vpc)                                                                               \
    X(subnet_ipv6_size)                                                                                      \
    X(subnet_ipv6_outside_vpc)                                                                               \
    X(subnet_ipv6_index)                                                                                     \
    X(subnet_ipv6_duplicate)                                                                                 \
    X(subnet_ipv6_assign)                                                                                    \
    X(subnet_quota)                                                                                          \
    X(internet_gateway_duplicate)                                                                            \
    X(group_name_empty)                                                                                      \
    X(group_name_length)                                                                                     \
    X(group_name_prefix)                                                                                     \
    X(group_name_characters)                                                                                 \
    X(group_name_reserved)                                                                                   \
    X(group_name_duplicate)                                                                                  \
    X(group_description_length)                                                                              \
    X(group_description_characters)                                                                          \
    X(default_group_duplicate)                                                                               \
    X(group_quota)                                                                                           \
    X(group_rules_quota)                                                                                     \
    X(group_peer_not_peered)                                                                                 \
    X(group_peer_other_vpc)                                                                                  \
    X(groups_per_interface)                                                                                  \
    X(interface_rules_quota)                                                                                 \
    X(rule_description_length)                                                                               \
    X(rule_description_characters)                                                                           \
    X(rule_duplicate)                                                                                        \
    X(rule_ports_ignored)                                                                                    \
    X(rule_ports_missing)                                                                                    \
    X(rule_icmp_ignored)                                                                                     \
    X(rule_icmp_missing)                                                                                     \
    X(rule_icmp_range)                                                                                       \
    X(rule_icmp_code)                                                                                        \
    X(rule_icmp_family)                                                                                      \
    X(prefix_list_name)                                                                                      \
    X(prefix_list_max_entries)                                                                               \
    X(prefix_list_full)                                                                                      \
    X(prefix_list_family)                                                                                    \
    X(prefix_list_duplicate)                                                                                 \
    X(prefix_list_description_length)                                                                        \
    X(acl_rule_number)                                                                                       \
    X(acl_rule_number_duplicate)                                                                             \
    X(acl_rules_quota)                                                                                       \
    X(acl_passes_nothing)                                                                                    \
    X(acl_quota)                                                                                             \
    X(default_acl_duplicate)                                                                                 \
    X(acl_several_active)                                                                                    \
    X(acl_association_duplicate)                                                                             \
    X(acl_other_vpc)                                                                                         \
    X(route_table_quota)                                                                                     \
    X(route_table_main_duplicate)                                                                            \
    X(route_table_association_duplicate)                                                                     \
    X(route_table_other_vpc)                                                                                 \
    X(route_quota)                                                                                           \
    X(route_destination_duplicate)                                                                           \
    X(route_local)                                                                                           \
    X(route_inside_vpc)                                                                                      \
    X(route_target_other_vpc)                                                                                \
    X(route_igw_not_attached)                                                                                \
    X(route_nat_loop)                                                                                        \
    X(route_ipv6_to_nat)                                                                                     \
    X(route_ipv4_to_egress_only)                                                                             \
    X(route_to_endpoint)                                                                                     \
    X(route_target_syntax)                                                                                   \
    X(route_off_toggle)                                                                                      \
    X(nat_without_subnet)                                                                                    \
    X(nat_without_eip)                                                                                       \
    X(nat_private_with_eip)                                                                                  \
    X(nat_addresses_quota)                                                                                   \
    X(nat_regional_without_vpc)                                                                              \
    X(nat_regional_with_subnet)                                                                              \
    X(nat_regional_with_eip)                                                                                 \
    X(nat_regional_duplicate)                                                                                \
    X(nat_zone_duplicate)                                                                                    \
    X(nat_zone_other_vpc)                                                                                    \
    X(nat_without_igw)                                                                                       \
    X(nat_subnet_without_internet_route)                                                                     \
    X(nat_quota)                                                                                             \
    X(eip_shared)                                                                                            \
    X(eip_unused)                                                                                            \
    X(eip_quota)                                                                                             \
    X(eip_on_toggle)                                                                                         \
    X(private_ip_outside_subnet)                                                                             \
    X(private_ip_reserved)                                                                                   \
    X(private_ip_duplicate)                                                                                  \
    X(endpoint_service_empty)                                                                                \
    X(endpoint_gateway_service)                                                                              \
    X(endpoint_gateway_interfaces)                                                                           \
    X(endpoint_interface_route_tables)                                                                       \
    X(endpoint_without_subnets)                                                                              \
    X(endpoint_without_route_tables)                                                                         \
    X(endpoint_zone_twice)                                                                                   \
    X(endpoint_other_vpc)                                                                                    \
    X(endpoint_duplicate)                                                                                    \
    X(endpoint_private_dns)                                                                                  \
    X(peering_same_vpc)                                                                                      \
    X(peering_overlap)                                                                                       \
    X(peering_duplicate)                                                                                     \
    X(peering_accepter_id)                                                                                   \
    X(peering_accepter_account)                                                                              \
    X(peering_accepter_region)                                                                               \
    X(peering_auto_accept)                                                                                   \
    X(flow_log_interval)                                                                                     \
    X(flow_log_retention)                                                                                    \
    X(flow_log_bucket)                                                                                       \
    X(flow_log_group_name)                                                                                   \
    X(flow_log_group_duplicate)                                                                              \
    X(workload_without_interfaces)                                                                           \
    X(workload_several_vpcs)                                                                                 \
    X(workload_group_other_vpc)                                                                              \
    X(load_balancer_zones)                                                                                   \
    X(load_balancer_zone_twice)                                                                              \
    X(listener_protocol)                                                                                     \
    X(listener_port)                                                                                         \
    X(listener_duplicate)                                                                                    \
    /* advice */                                                                                             \
    X(way_out_switched_off)                                                                                  \
    X(way_out_missing)                                                                                       \
    /* format */                                                                                             \
    X(file_too_large)                                                                                        \
    X(file_not_utf8)                                                                                         \
    X(file_truncated)                                                                                        \
    X(file_syntax)                                                                                           \
    X(file_too_deep)                                                                                         \
    X(file_not_sekisho)                                                                                      \
    X(file_newer)                                                                                            \
    X(file_unknown_key)                                                                                      \
    X(file_missing_key)                                                                                      \
    X(file_duplicate_key)                                                                                    \
    X(file_wrong_type)                                                                                       \
    X(file_bad_value)                                                                                        \
    X(file_duplicate)                                                                                        \
    X(file_bom)                                                                                              \
    X(file_migrated)                                                                                         \
    X(file_dangling)                                                                                         \
    /* terraform */                                                                                          \
    X(export_address_missing)                                                                                \
    X(export_address_illegal)                                                                                \
    X(export_address_twice)                                                                                  \
    X(export_address_clash)                                                                                  \
    X(export_set_gap)                                                                                        \
    X(export_set_mixed)                                                                                      \
    X(export_toggle_mixed)                                                                                   \
    X(toggle_mismatch)                                                                                       \
    X(export_dangling)                                                                                       \
    X(export_value_missing)                                                                                  \
    X(export_zone_unknown)                                                                                   \
    X(export_own_ipv6)                                                                                       \
    X(export_route_to_endpoint)                                                                              \
    X(export_nat_addresses)                                                                                  \
    X(export_rule_traffic)                                                                                   \
    X(export_rule_twice)                                                                                     \
    X(export_rules_leave)                                                                                    \
    X(export_rules_enter)                                                                                    \
    X(export_rules_left)                                                                                     \
    X(export_rules_turn)                                                                                     \
    X(export_acl_number_range)                                                                               \
    X(export_acl_number_twice)                                                                               \
    X(export_prefix_list_size)                                                                               \
    X(export_prefix_list_family)                                                                             \
    X(export_default_taken_over)                                                                             \
    X(export_foreign_text)                                                                                   \
    X(export_two_acls)                                                                                       \
    X(export_two_route_tables)                                                                               \
    X(export_two_main_tables)                                                                                \
    X(export_acl_inactive)                                                                                   \
    X(nat_off_destroys)                                                                                      \
    X(export_drawn_only)                                                                                     \
    X(export_moved_illegal)                                                                                  \
    X(export_addon_lacks)                                                                                    \
    X(export_addon_differs)                                                                                  \
    X(export_addon_extra)                                                                                    \
    X(export_addon_table)                                                                                    \
    X(export_addon_reference)                                                                                \
    X(export_addon_ipv6)                                                                                     \
    /* cost */                                                                                               \
    X(price_book_too_large)                                                                                  \
    X(price_book_syntax)                                                                                     \
    X(price_book_version)                                                                                    \
    X(price_book_duplicate)                                                                                  \
    X(price_book_missing)                                                                                    \
    X(price_book_type)                                                                                       \
    X(price_book_unknown_key)                                                                                \
    X(price_book_text)                                                                                       \
    X(price_book_money)                                                                                      \
    X(price_book_unit)                                                                                       \
    X(price_book_tiers)                                                                                      \
    X(price_book_source)                                                                                     \
    X(cost_region_unknown)                                                                                   \
    X(quantity_negative)                                                                                     \
    /* document */                                                                                           \
    X(read_missing)                                                                                          \
    X(read_failed)                                                                                           \
    X(read_not_regular)                                                                                      \
    X(read_too_large)                                                                                        \
    X(read_empty)                                                                                            \
    X(write_unwritable)                                                                                      \
    X(write_no_space)                                                                                        \
    X(write_failed)                                                                                          \
    X(write_no_folder)                                                                                       \
    X(write_not_folder)                                                                                      \
    X(write_not_regular)                                                                                     \
    X(write_symlink)                                                                                         \
    X(write_bad_path)                                                                                        \
    X(write_foreign_file)                                                                                    \
    X(write_edited_file)                                                                                     \
    X(write_assignment)                                                                                      \
    X(write_changed)                                                                                         \
    X(write_bad_manifest)                                                                                    \
    X(write_manifest_version)                                                                                \
    X(write_locked)                                                                                          \
    X(write_stage_foreign)                                                                                   \
    X(write_rollback_failed)                                                                                 \
    X(write_kept_edited)                                                                                     \
    X(write_kept_orphan)                                                                                     \
    X(write_recovered)                                                                                       \
    X(write_recovery_left)                                                                                   \
    /* pictures */                                                                                           \
    X(picture_format)                                                                                        \
    X(picture_too_large)                                                                                     \
    X(picture_failed)

namespace sekisho {

enum class Code : std::uint16_t {
#define SEKISHO_CODE(name) name,
    SEKISHO_CODES(SEKISHO_CODE)
#undef SEKISHO_CODE
};

/// How the code is written for people and scripts: "cidr-host-bits".
std::string_view codeText(Code code);

/// Number of codes, for tables over all of them.
extern const std::uint16_t codeCount;

} // namespace sekisho
