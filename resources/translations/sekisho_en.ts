<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Drawing</name>
    <message numerus="yes">
        <source>%n CIDRs</source>
        <translation>
            <numerusform>%n CIDR</numerusform>
            <numerusform>%n CIDRs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route table(s)</source>
        <translation>
            <numerusform>%n route table</numerusform>
            <numerusform>%n route tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::CheckList</name>
    <message numerus="yes">
        <source>There are %n NAT gateways, one in each Availability Zone.</source>
        <translation>
            <numerusform>There is %n NAT gateway, one in each Availability Zone.</numerusform>
            <numerusform>There are %n NAT gateways, one in each Availability Zone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::CodeView</name>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::CostPanel</name>
    <message numerus="yes">
        <source>Built-in prices of %n Region(s)</source>
        <translation>
            <numerusform>Built-in prices of %n Region</numerusform>
            <numerusform>Built-in prices of %n Regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::DeployedPage</name>
    <message numerus="yes">
        <source>%n resource(s) in the state.</source>
        <translation>
            <numerusform>%n resource in the state.</numerusform>
            <numerusform>%n resources in the state.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::ExportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n subnet(s)</source>
        <translation>
            <numerusform>%1 on %n subnet</numerusform>
            <numerusform>%1 on %n subnets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::MainWindow</name>
    <message numerus="yes">
        <source>%n selected.</source>
        <translation>
            <numerusform>%n selected.</numerusform>
            <numerusform>%n selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more follow.</source>
        <translation>
            <numerusform>%n more follows.</numerusform>
            <numerusform>%n more follow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::NatComparison</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workload(s) lose their way out</source>
        <translation>
            <numerusform>%n workload loses its way out</numerusform>
            <numerusform>%n workloads lose their way out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::OutlineModel</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::ProblemsModel</name>
    <message numerus="yes">
        <source>No open problems · %n accepted</source>
        <translation>
            <numerusform>No open problems · %n accepted</numerusform>
            <numerusform>No open problems · %n accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::ReplacementStrip</name>
    <message numerus="yes">
        <source>Since the last save, terraform would replace %n resource(s)</source>
        <translation>
            <numerusform>Since the last save, terraform would replace %n resource</numerusform>
            <numerusform>Since the last save, terraform would replace %n resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep: write %n moved block(s)</source>
        <translation>
            <numerusform>Keep: write %n moved block</numerusform>
            <numerusform>Keep: write %n moved blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::RunPanel</name>
    <message numerus="yes">
        <source>The state holds %n resource(s).</source>
        <translation>
            <numerusform>The state holds %n resource.</numerusform>
            <numerusform>The state holds %n resources.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::TerraformPanel</name>
    <message numerus="yes">
        <source>%n line(s) new</source>
        <translation>
            <numerusform>%n line new</numerusform>
            <numerusform>%n lines new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::TerraformRefusal</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::CanvasView</name>
    <message numerus="yes">
        <source>Move %n Element(s)</source>
        <translation>
            <numerusform>Move %n Element</numerusform>
            <numerusform>Move %n Elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Deployed</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Removal</name>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n security group rule(s)</source>
        <translation>
            <numerusform>%n security group rule</numerusform>
            <numerusform>%n security group rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network ACL rule(s)</source>
        <translation>
            <numerusform>%n network ACL rule</numerusform>
            <numerusform>%n network ACL rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route table association(s)</source>
        <translation>
            <numerusform>%n route table association</numerusform>
            <numerusform>%n route table associations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network ACL association(s)</source>
        <translation>
            <numerusform>%n network ACL association</numerusform>
            <numerusform>%n network ACL associations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network interface(s) of workloads</source>
        <translation>
            <numerusform>%n network interface of a workload</numerusform>
            <numerusform>%n network interfaces of workloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s)</source>
        <translation>
            <numerusform>%n listener</numerusform>
            <numerusform>%n listeners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further element(s)</source>
        <translation>
            <numerusform>%n further element</numerusform>
            <numerusform>%n further elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n element(s)</source>
        <translation>
            <numerusform>Delete %n element</numerusform>
            <numerusform>Delete %n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut %n element(s)</source>
        <translation>
            <numerusform>Cut %n element</numerusform>
            <numerusform>Cut %n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::SelectTool</name>
    <message numerus="yes">
        <source>Move %n Element(s)</source>
        <translation>
            <numerusform>Move %n Element</numerusform>
            <numerusform>Move %n Elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Spoken</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::Inspector</name>
    <message numerus="yes">
        <source>%n zone(s)</source>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subnet(s)</source>
        <translation>
            <numerusform>%n subnet</numerusform>
            <numerusform>%n subnets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::InterfacesModel</name>
    <message numerus="yes">
        <source>Delete %n network interface(s)</source>
        <translation>
            <numerusform>Delete %n network interface</numerusform>
            <numerusform>Delete %n network interfaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n network interface(s)</source>
        <translation>
            <numerusform>Duplicate %n network interface</numerusform>
            <numerusform>Duplicate %n network interfaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n network interface(s)</source>
        <translation>
            <numerusform>Paste %n network interface</numerusform>
            <numerusform>Paste %n network interfaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interface(s)</source>
        <translation>
            <numerusform>%n interface</numerusform>
            <numerusform>%n interfaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::ListenersModel</name>
    <message numerus="yes">
        <source>Delete %n listener(s)</source>
        <translation>
            <numerusform>Delete %n listener</numerusform>
            <numerusform>Delete %n listeners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n listener(s)</source>
        <translation>
            <numerusform>Paste %n listener</numerusform>
            <numerusform>Paste %n listeners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s)</source>
        <translation>
            <numerusform>%n listener</numerusform>
            <numerusform>%n listeners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::NatAddressesModel</name>
    <message numerus="yes">
        <source>Delete %n address(es) of zones</source>
        <translation>
            <numerusform>Delete %n address of zones</numerusform>
            <numerusform>Delete %n addresses of zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n address(es) of zones</source>
        <translation>
            <numerusform>Duplicate %n address of zones</numerusform>
            <numerusform>Duplicate %n addresses of zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n address(es) of zones</source>
        <translation>
            <numerusform>Paste %n address of zones</numerusform>
            <numerusform>Paste %n addresses of zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::NetworkAclRulesModel</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::PrefixEntriesModel</name>
    <message numerus="yes">
        <source>Delete %n entries</source>
        <translation>
            <numerusform>Delete %n entry</numerusform>
            <numerusform>Delete %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n entries</source>
        <translation>
            <numerusform>Paste %n entry</numerusform>
            <numerusform>Paste %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::RoutesModel</name>
    <message numerus="yes">
        <source>Delete %n route(s)</source>
        <translation>
            <numerusform>Delete %n route</numerusform>
            <numerusform>Delete %n routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n route(s)</source>
        <translation>
            <numerusform>Duplicate %n route</numerusform>
            <numerusform>Duplicate %n routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n route(s)</source>
        <translation>
            <numerusform>Paste %n route</numerusform>
            <numerusform>Paste %n routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::SecurityGroupRulesModel</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::SeveralPage</name>
    <message numerus="yes">
        <source>Delete %n element(s)</source>
        <translation>
            <numerusform>Delete %n element</numerusform>
            <numerusform>Delete %n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n element(s)</source>
        <translation>
            <numerusform>Duplicate %n element</numerusform>
            <numerusform>Duplicate %n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::TableModel</name>
    <message numerus="yes">
        <source>Delete %n rule(s)</source>
        <translation>
            <numerusform>Delete %n rule</numerusform>
            <numerusform>Delete %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n rule(s)</source>
        <translation>
            <numerusform>Duplicate %n rule</numerusform>
            <numerusform>Duplicate %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n rule(s)</source>
        <translation>
            <numerusform>Paste %n rule</numerusform>
            <numerusform>Paste %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too many to paste at once.</source>
        <translation>
            <numerusform>%n line is too many to paste at once.</numerusform>
            <numerusform>%n lines are too many to paste at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::TableSection</name>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>%n more line</numerusform>
            <numerusform>%n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::TagsModel</name>
    <message numerus="yes">
        <source>Delete %n tag(s)</source>
        <translation>
            <numerusform>Delete %n tag</numerusform>
            <numerusform>Delete %n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n tag(s)</source>
        <translation>
            <numerusform>Paste %n tag</numerusform>
            <numerusform>Paste %n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::editors::VpcCidrsModel</name>
    <message numerus="yes">
        <source>Delete %n CIDR block(s)</source>
        <translation>
            <numerusform>Delete %n CIDR block</numerusform>
            <numerusform>Delete %n CIDR blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n CIDR block(s)</source>
        <translation>
            <numerusform>Paste %n CIDR block</numerusform>
            <numerusform>Paste %n CIDR blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
</context>
</TS>
