<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Drawing</name>
    <message>
        <source>regional</source>
        <translation>リージョナル</translation>
    </message>
    <message>
        <source>private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>Interface endpoint</source>
        <translation>インターフェイスエンドポイント</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>インターネット</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>ワークロード</translation>
    </message>
    <message>
        <source>Allowed ports</source>
        <translation>許可ポート</translation>
    </message>
    <message>
        <source>Security group members</source>
        <translation>セキュリティグループのメンバー</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>ルート</translation>
    </message>
    <message>
        <source>Network ACL</source>
        <translation>ネットワークACL</translation>
    </message>
    <message>
        <source>Off or not in force</source>
        <translation>オフまたは無効</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>protocol %1</source>
        <translation>プロトコル%1</translation>
    </message>
    <message>
        <source>My VPC</source>
        <translation>自分のVPC</translation>
    </message>
    <message numerus="yes">
        <source>%n CIDRs</source>
        <translation>
            <numerusform>%n個のCIDR</numerusform>
        </translation>
    </message>
    <message>
        <source>No way out</source>
        <translation>外に出られません</translation>
    </message>
    <message>
        <source>no route table</source>
        <translation>ルートテーブルなし</translation>
    </message>
    <message numerus="yes">
        <source>%n route table(s)</source>
        <translation>
            <numerusform>ルートテーブル%n個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::CheckList</name>
    <message>
        <source>VPC &gt; Peering connections</source>
        <translation>VPC &gt; ピアリング接続</translation>
    </message>
    <message>
        <source>The peering connection “%1” has the status Active.</source>
        <translation>ピアリング接続「%1」のステータスが「アクティブ」になっていること</translation>
    </message>
    <message>
        <source>VPC &gt; Your VPCs &gt; Flow logs</source>
        <translation>VPC &gt; お使いのVPC &gt; フローログ</translation>
    </message>
    <message>
        <source>The flow log “%1” has the status Active.</source>
        <translation>フローログ「%1」のステータスが「アクティブ」になっていること</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the things of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>TCP 3000</comment>
        <translation>%1は%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>HTTPS (443)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>VPC &gt; Your VPCs</source>
        <translation>VPC &gt; お使いのVPC</translation>
    </message>
    <message>
        <source>There is the VPC “%1”.</source>
        <translation>VPC「%1」が作成されていること</translation>
    </message>
    <message>
        <source>There is the VPC “%1” with %2.</source>
        <translation>VPC「%1」が、CIDR %2で作成されていること</translation>
    </message>
    <message>
        <source>the group “%1”</source>
        <translation>セキュリティグループ「%1」</translation>
    </message>
    <message>
        <source>the group itself</source>
        <translation>そのセキュリティグループ自身</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>HTTP (80), HTTPS (443) from 0.0.0.0/0</comment>
        <translation>%2から%1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>All traffic to 0.0.0.0/0</comment>
        <translation>%2へ%1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the rules of a group</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>“%1” has no inbound rule: nothing comes in.</source>
        <translation>「%1」にインバウンドルールがなく、外からは何も入らないこと</translation>
    </message>
    <message>
        <source>Inbound rules of “%1”: %2, and nothing else.</source>
        <translation>「%1」のインバウンドルール：%2のみが許可されていること</translation>
    </message>
    <message>
        <source>“%1” has no outbound rule: nothing goes out.</source>
        <translation>「%1」にアウトバウンドルールがなく、外へは何も出ないこと</translation>
    </message>
    <message>
        <source>Outbound rules of “%1”: %2.</source>
        <translation>「%1」のアウトバウンドルール：%2</translation>
    </message>
    <message>
        <source>EC2 &gt; Security groups</source>
        <translation>EC2 &gt; セキュリティグループ</translation>
    </message>
    <message>
        <source>VPC &gt; NAT gateways</source>
        <translation>VPC &gt; NATゲートウェイ</translation>
    </message>
    <message>
        <source>There is no NAT gateway “%1”, or it has the status Deleted: NAT is switched off.</source>
        <translation>NATゲートウェイ「%1」がないか、ステータスが「Deleted」であること（NATはオフ）</translation>
    </message>
    <message numerus="yes">
        <source>There are %n NAT gateways, one in each Availability Zone.</source>
        <translation>
            <numerusform>各アベイラビリティーゾーンに1つずつ、計%n個のNATゲートウェイが作成されていること</numerusform>
        </translation>
    </message>
    <message>
        <source>The NAT gateway “%1” in the subnet “%2” has the status Available.</source>
        <translation>サブネット「%2」のNATゲートウェイ「%1」のステータスが「Available」になっていること</translation>
    </message>
    <message>
        <source>The NAT gateway “%1” has the status Available.</source>
        <translation>NATゲートウェイ「%1」のステータスが「Available」になっていること</translation>
    </message>
    <message>
        <source>VPC &gt; Elastic IPs</source>
        <translation>VPC &gt; Elastic IP</translation>
    </message>
    <message>
        <source>The Elastic IP “%1” is associated with the NAT gateway “%2”.</source>
        <translation>Elastic IP「%1」がNATゲートウェイ「%2」に関連付けられていること</translation>
    </message>
    <message>
        <source>the NAT gateway “%1” (nat-…)</source>
        <translation>NATゲートウェイ「%1」（nat-…）</translation>
    </message>
    <message>
        <source>the internet gateway “%1” (igw-…)</source>
        <translation>インターネットゲートウェイ「%1」（igw-…）</translation>
    </message>
    <message>
        <source>VPC &gt; Route tables</source>
        <translation>VPC &gt; ルートテーブル</translation>
    </message>
    <message>
        <source>The route table “%1” has the route with destination %2 and target %3.</source>
        <translation>ルートテーブル「%1」に、送信先%2、ターゲット%3のルートがあること</translation>
    </message>
    <message>
        <source>The route table “%1” has no route with destination %2: NAT is switched off.</source>
        <translation>ルートテーブル「%1」に、送信先%2のルートがないこと（NATはオフ）</translation>
    </message>
    <message>
        <source>The route table “%1” is associated with: %2.</source>
        <translation>ルートテーブル「%1」が次のサブネットに関連付けられていること：%2</translation>
    </message>
    <message>
        <source>VPC &gt; Network ACLs</source>
        <translation>VPC &gt; ネットワークACL</translation>
    </message>
    <message>
        <source>%1 allows %2 (%3)</source>
        <comment>100 allows HTTP (80) (0.0.0.0/0)</comment>
        <translation>%1番で%2を許可（%3）</translation>
    </message>
    <message>
        <source>%1 denies %2 (%3)</source>
        <comment>90 denies SSH (22) (0.0.0.0/0)</comment>
        <translation>%1番で%2を拒否（%3）</translation>
    </message>
    <message>
        <source>“%1” has no inbound rule but *, which denies all.</source>
        <translation>「%1」のインバウンドルールが、すべてを拒否する「*」だけであること</translation>
    </message>
    <message>
        <source>“%1” has no outbound rule but *, which denies all.</source>
        <translation>「%1」のアウトバウンドルールが、すべてを拒否する「*」だけであること</translation>
    </message>
    <message>
        <source>Inbound rules of “%1”: %2.</source>
        <translation>「%1」のインバウンドルール：%2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between rules</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>“%1” is associated with no subnet: it is not in force yet.</source>
        <translation>「%1」がどのサブネットにも関連付けられていないこと（まだ有効ではありません）</translation>
    </message>
    <message>
        <source>“%1” is associated with: %2.</source>
        <translation>「%1」が次のサブネットに関連付けられていること：%2</translation>
    </message>
    <message>
        <source>VPC &gt; Endpoints</source>
        <translation>VPC &gt; エンドポイント</translation>
    </message>
    <message>
        <source>The endpoint “%1” for %2 has the status Available.</source>
        <translation>%2のエンドポイント「%1」のステータスが「使用可能」になっていること</translation>
    </message>
    <message>
        <source>When you are done</source>
        <translation>終わったら</translation>
    </message>
    <message>
        <source>Nothing is left that costs by the hour: NAT gateways, Elastic IPs and interface endpoints are gone after “Destroy”, or after NAT was switched off and applied.</source>
        <translation>時間あたりの料金がかかるものが残っていないこと。NATゲートウェイ、Elastic IP、インターフェイスエンドポイントは、「削除」を実行するか、NATをオフにして適用するとなくなります。</translation>
    </message>
</context>
<context>
    <name>sekisho::CheckListPage</name>
    <message>
        <source>Check list</source>
        <translation>チェックリスト</translation>
    </message>
    <message>
        <source>%1 (seen in the state)</source>
        <translation>%1（ステートで確認済み）</translation>
    </message>
    <message>
        <source>%1 (not so in the state)</source>
        <translation>%1（ステートと一致しません）</translation>
    </message>
    <message>
        <source>Nothing to check: the design has nothing yet that would be seen in AWS.</source>
        <translation>確認するものはありません。AWSで確認できるものが、まだ設計にありません。</translation>
    </message>
    <message>
        <source>%1 of %2 seen. What the state cannot show is ticked by hand.</source>
        <translation>%2項目中%1項目を確認しました。ステートからわからないものは、手でチェックしてください。</translation>
    </message>
    <message>
        <source>%1 of %2 seen. Look in the AWS console, and tick; once the state was read, much is ticked by itself.</source>
        <translation>%2項目中%1項目を確認しました。AWSのコンソールで確認して、チェックしてください。ステートを読み取ると、多くの項目が自動でチェックされます。</translation>
    </message>
</context>
<context>
    <name>sekisho::CodeView</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>New since the last save</source>
        <translation>前回の保存後に追加</translation>
    </message>
    <message>
        <source>Before, as last saved:</source>
        <translation>前回の保存時の内容：</translation>
    </message>
    <message>
        <source>Gone since the last save:</source>
        <translation>前回の保存後に削除：</translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>ほか%n行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>挿入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>整列(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>検査(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>新規作成(&amp;N)…</translation>
    </message>
    <message>
        <source>Start a design from a template</source>
        <translation>テンプレートから設計を始めます</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a design from a file</source>
        <translation>ファイルから設計を開きます</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the design</source>
        <translation>設計を保存します</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the design under another name</source>
        <translation>設計を別の名前で保存します</translation>
    </message>
    <message>
        <source>Save &amp;Picture…</source>
        <translation>図を保存(&amp;P)…</translation>
    </message>
    <message>
        <source>Save the drawing as SVG, PNG or PDF</source>
        <translation>図をSVG、PNG、PDFのいずれかで保存します</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>印刷(&amp;I)…</translation>
    </message>
    <message>
        <source>Print the drawing</source>
        <translation>図を印刷します</translation>
    </message>
    <message>
        <source>Project Se&amp;ttings</source>
        <translation>プロジェクト設定(&amp;T)</translation>
    </message>
    <message>
        <source>Region, names and tags of the project, in the inspector</source>
        <translation>リージョン、プロジェクト名、タグをインスペクターに表示します</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Close the design</source>
        <translation>設計を閉じます</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave Sekisho</source>
        <translation>Sekishoを終了します</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>直前の操作を取り消します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation>取り消した操作をやり直します</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the selection and delete it</source>
        <translation>選択したものをコピーして削除します</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selection</source>
        <translation>選択したものをコピーします</translation>
    </message>
    <message>
        <source>Cop&amp;y as Picture</source>
        <translation>図としてコピー(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the drawing as a picture</source>
        <translation>図を画像としてコピーします</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Paste what was copied</source>
        <translation>コピーしたものを貼り付けます</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>複製(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the selection beside itself</source>
        <translation>選択したものを隣に複製します</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selection and what cannot be without it</source>
        <translation>選択したものと、それなしでは成り立たないものを削除します</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>Select everything on the canvas</source>
        <translation>キャンバス上のすべてを選択します</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前の変更(&amp;N)</translation>
    </message>
    <message>
        <source>Change the name that people read; no AWS name follows</source>
        <translation>表示名だけを変更します。AWS上の名前は変わりません</translation>
    </message>
    <message>
        <source>Pr&amp;operties</source>
        <translation>プロパティ(&amp;O)</translation>
    </message>
    <message>
        <source>Show the settings of the selection in the inspector</source>
        <translation>選択したものの設定をインスペクターに表示します</translation>
    </message>
    <message>
        <source>&amp;Find or Run…</source>
        <translation>検索・コマンド(&amp;F)…</translation>
    </message>
    <message>
        <source>Find something in the design, or a command</source>
        <translation>設計の中の要素やコマンドを検索します</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>次を検索(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>次の一致に移動します</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>前を検索(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the previous match</source>
        <translation>前の一致に移動します</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Show the drawing larger</source>
        <translation>図を拡大します</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Show the drawing smaller</source>
        <translation>図を縮小します</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>実際のサイズ(&amp;A)</translation>
    </message>
    <message>
        <source>Show the drawing at 100 %</source>
        <translation>図を100%で表示します</translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation>全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole drawing</source>
        <translation>図の全体を表示します</translation>
    </message>
    <message>
        <source>Zoom to &amp;Selection</source>
        <translation>選択範囲を拡大(&amp;S)</translation>
    </message>
    <message>
        <source>Show the selection as large as fits</source>
        <translation>選択したものを画面いっぱいに表示します</translation>
    </message>
    <message>
        <source>S&amp;nap to Grid</source>
        <translation>グリッドに吸着(&amp;N)</translation>
    </message>
    <message>
        <source>Moved boxes settle on the grid; Ctrl while dragging does the opposite</source>
        <translation>移動した要素をグリッドにそろえます。Ctrlを押しながらドラッグすると逆になります</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>ミニマップ(&amp;M)</translation>
    </message>
    <message>
        <source>Show the whole drawing in a corner</source>
        <translation>隅に図の全体を表示します</translation>
    </message>
    <message>
        <source>Next Pan&amp;e</source>
        <translation>次のペイン(&amp;E)</translation>
    </message>
    <message>
        <source>Take the keyboard to the next pane</source>
        <translation>次のペインにフォーカスを移します</translation>
    </message>
    <message>
        <source>Pre&amp;vious Pane</source>
        <translation>前のペイン(&amp;V)</translation>
    </message>
    <message>
        <source>Take the keyboard to the previous pane</source>
        <translation>前のペインにフォーカスを移します</translation>
    </message>
    <message>
        <source>&amp;Reset Panes</source>
        <translation>ペインの配置を戻す(&amp;R)</translation>
    </message>
    <message>
        <source>Put all panes back where they were at first</source>
        <translation>すべてのペインを最初の配置に戻します</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>デスクトップに合わせてライトまたはダークにします</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>明るい背景で表示します</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>暗い背景で表示します</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>ハイコントラスト(&amp;H)</translation>
    </message>
    <message>
        <source>Black, white and a few strong colours</source>
        <translation>黒と白と、少数のはっきりした色で表示します</translation>
    </message>
    <message>
        <source>The language of the desktop</source>
        <translation>デスクトップの言語で表示します</translation>
    </message>
    <message>
        <source>&amp;Search Services</source>
        <translation>サービスを検索(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the search of the palette</source>
        <translation>パレットの検索欄に移動します</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>選択(&amp;S)</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>選択して移動します</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>画面移動(&amp;P)</translation>
    </message>
    <message>
        <source>Move the view; Space does it for a moment</source>
        <translation>表示位置を動かします。Spaceを押している間も動かせます</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <source>Drag from a node or group to another to allow traffic</source>
        <translation>ノードやグループから別の相手へドラッグして通信を許可します</translation>
    </message>
    <message>
        <source>&amp;Tidy</source>
        <translation>自動整列(&amp;T)</translation>
    </message>
    <message>
        <source>Arrange everything anew, as Sekisho would draw it</source>
        <translation>すべてを自動で配置し直します</translation>
    </message>
    <message>
        <source>Tidy S&amp;election</source>
        <translation>選択部分を自動整列(&amp;E)</translation>
    </message>
    <message>
        <source>Let Sekisho place the selected nodes</source>
        <translation>選択したノードを自動で配置します</translation>
    </message>
    <message>
        <source>Align &amp;Left</source>
        <translation>左揃え(&amp;L)</translation>
    </message>
    <message>
        <source>Line up the left edges of the selection</source>
        <translation>選択したものの左端をそろえます</translation>
    </message>
    <message>
        <source>Align Ce&amp;nters</source>
        <translation>中央揃え(&amp;N)</translation>
    </message>
    <message>
        <source>Put the selection one below the other</source>
        <translation>選択したものの中心を縦にそろえます</translation>
    </message>
    <message>
        <source>Align T&amp;op</source>
        <translation>上揃え(&amp;O)</translation>
    </message>
    <message>
        <source>Line up the top edges of the selection</source>
        <translation>選択したものの上端をそろえます</translation>
    </message>
    <message>
        <source>Distribute &amp;Horizontally</source>
        <translation>左右に等間隔(&amp;H)</translation>
    </message>
    <message>
        <source>Equal gaps from left to right</source>
        <translation>左右の間隔を等しくします</translation>
    </message>
    <message>
        <source>Distribute &amp;Vertically</source>
        <translation>上下に等間隔(&amp;V)</translation>
    </message>
    <message>
        <source>Equal gaps from top to bottom</source>
        <translation>上下の間隔を等しくします</translation>
    </message>
    <message>
        <source>&amp;NAT Gateways</source>
        <translation>NATゲートウェイ(&amp;N)</translation>
    </message>
    <message>
        <source>Switch the NAT gateways on or off (enable_nat_gateway)</source>
        <translation>NATゲートウェイのオンとオフを切り替えます(enable_nat_gateway)</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>問題(&amp;P)</translation>
    </message>
    <message>
        <source>Show what AWS or Terraform would refuse</source>
        <translation>AWSやTerraformが受け付けない点を表示します</translation>
    </message>
    <message>
        <source>Ne&amp;xt Problem</source>
        <translation>次の問題(&amp;X)</translation>
    </message>
    <message>
        <source>Select the culprit of the next problem</source>
        <translation>次の問題の原因を選択します</translation>
    </message>
    <message>
        <source>Pre&amp;vious Problem</source>
        <translation>前の問題(&amp;V)</translation>
    </message>
    <message>
        <source>Select the culprit of the previous problem</source>
        <translation>前の問題の原因を選択します</translation>
    </message>
    <message>
        <source>Network &amp;Cost</source>
        <translation>ネットワーク料金(&amp;C)</translation>
    </message>
    <message>
        <source>Show what the drawn network costs</source>
        <translation>描いたネットワークの料金を表示します</translation>
    </message>
    <message>
        <source>&amp;Export Terraform…</source>
        <translation>Terraformを書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>See what would be written, then write the Terraform files</source>
        <translation>書き出す内容を確認してから、Terraformファイルを書き出します</translation>
    </message>
    <message>
        <source>Show &amp;Text</source>
        <translation>コードを表示(&amp;T)</translation>
    </message>
    <message>
        <source>Show the Terraform text of the design</source>
        <translation>設計のTerraformコードを表示します</translation>
    </message>
    <message>
        <source>&amp;Copy File</source>
        <translation>ファイルをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the text of the file that is shown</source>
        <translation>表示中のファイルの内容をコピーします</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー一覧(&amp;K)</translation>
    </message>
    <message>
        <source>List all keys</source>
        <translation>すべてのキー操作を一覧表示します</translation>
    </message>
    <message>
        <source>&amp;About Sekisho</source>
        <translation>Sekishoについて(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>バージョンとライセンス</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>一覧を消去(&amp;C)</translation>
    </message>
    <message>
        <source>Forget the files that were open lately</source>
        <translation>最近使ったファイルの一覧を消去します</translation>
    </message>
    <message>
        <source>&amp;Run Terraform</source>
        <translation>Terraformを実行(&amp;R)</translation>
    </message>
    <message>
        <source>Check, plan and apply what was exported</source>
        <translation>書き出したファイルの検査、プラン、適用を行います</translation>
    </message>
    <message>
        <source>Snap to G&amp;uides</source>
        <translation>ガイドに吸着(&amp;U)</translation>
    </message>
    <message>
        <source>Moved boxes line up with their neighbours; Ctrl while dragging does the opposite</source>
        <translation>移動した要素を周りの要素にそろえます。Ctrlを押しながらドラッグすると逆になります</translation>
    </message>
    <message>
        <source>Re&amp;duce Motion</source>
        <translation>動きを減らす(&amp;D)</translation>
    </message>
    <message>
        <source>Show what changes at once, without fading and flashing</source>
        <translation>フェードや点滅をせず、変化をすぐに表示します</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>ロック(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the selection where it is: neither a drag nor tidying moves it</source>
        <translation>選択したものをその場所に固定します。ドラッグしても自動整列しても動きません</translation>
    </message>
    <message>
        <source>Align &amp;Right</source>
        <translation>右揃え(&amp;R)</translation>
    </message>
    <message>
        <source>Line up the right edges of the selection</source>
        <translation>選択したものの右端をそろえます</translation>
    </message>
    <message>
        <source>Align &amp;Middles</source>
        <translation>上下中央揃え(&amp;M)</translation>
    </message>
    <message>
        <source>Put the selection side by side at one height</source>
        <translation>選択したものを同じ高さに並べます</translation>
    </message>
    <message>
        <source>Align &amp;Bottom</source>
        <translation>下揃え(&amp;B)</translation>
    </message>
    <message>
        <source>Line up the bottom edges of the selection</source>
        <translation>選択したものの下端をそろえます</translation>
    </message>
</context>
<context>
    <name>sekisho::CostModel</name>
    <message>
        <source>NAT gateways</source>
        <translation>NATゲートウェイ</translation>
    </message>
    <message>
        <source>Their public IPs</source>
        <translation>NATゲートウェイのパブリックIP</translation>
    </message>
    <message>
        <source>ALB public IPs</source>
        <translation>ALBのパブリックIP</translation>
    </message>
    <message>
        <source>NLB public IPs</source>
        <translation>NLBのパブリックIP</translation>
    </message>
    <message>
        <source>Workload public IPs</source>
        <translation>ワークロードのパブリックIP</translation>
    </message>
    <message>
        <source>Idle Elastic IPs</source>
        <translation>未使用のElastic IP</translation>
    </message>
    <message>
        <source>Interface endpoints</source>
        <translation>インターフェイスエンドポイント</translation>
    </message>
    <message>
        <source>NAT data</source>
        <translation>NATのデータ処理</translation>
    </message>
    <message>
        <source>Data across AZs</source>
        <translation>AZ間のデータ転送</translation>
    </message>
    <message>
        <source>Endpoint data</source>
        <translation>エンドポイントのデータ処理</translation>
    </message>
    <message>
        <source>Data to the internet</source>
        <translation>インターネットへのデータ転送</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Price unknown</source>
        <translation>価格不明</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 × from %2</source>
        <translation>%1 × %2から</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Price unknown: the built-in price book has none for this Region. It is not $0.</source>
        <translation>価格不明：内蔵の価格表にこのリージョンの価格がありません。$0という意味ではありません。</translation>
    </message>
    <message>
        <source>From $%1 per %2, less for larger amounts</source>
        <translation>$%1/%2から（量が多いほど安くなります）</translation>
    </message>
    <message>
        <source>$%1 per %2</source>
        <translation>$%1/%2</translation>
    </message>
    <message>
        <source>* Price or quantity is an assumption.</source>
        <translation>* 価格または数量は仮定の値です。</translation>
    </message>
    <message>
        <source>Built-in price of %1</source>
        <translation>内蔵の価格（%1時点）</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>出典：%1</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quantity × $</source>
        <translation>数量 × $</translation>
    </message>
    <message>
        <source>$/h</source>
        <translation>$／時間</translation>
    </message>
    <message>
        <source>$/month</source>
        <translation>$／月</translation>
    </message>
</context>
<context>
    <name>sekisho::CostPanel</name>
    <message>
        <source>Copy as Table</source>
        <translation>表としてコピー</translation>
    </message>
    <message>
        <source>What the network costs</source>
        <translation>ネットワーク料金の内訳</translation>
    </message>
    <message>
        <source>Region of the prices</source>
        <translation>価格のリージョン</translation>
    </message>
    <message>
        <source>The Region of the design: prices differ between Regions.</source>
        <translation>設計のリージョンです。価格はリージョンごとに異なります。</translation>
    </message>
    <message>
        <source>NAT</source>
        <translation>NAT</translation>
    </message>
    <message>
        <source>NAT gateways</source>
        <translation>NATゲートウェイ</translation>
    </message>
    <message>
        <source>More traffic</source>
        <translation>その他の通信量</translation>
    </message>
    <message>
        <source>Through NAT</source>
        <translation>NAT経由</translation>
    </message>
    <message>
        <source>To the internet</source>
        <translation>インターネットへ</translation>
    </message>
    <message>
        <source>Through endpoints</source>
        <translation>エンドポイント経由</translation>
    </message>
    <message>
        <source>GB a month through all NAT gateways, both directions</source>
        <translation>すべてのNATゲートウェイを通る1か月の通信量（GB、双方向の合計）</translation>
    </message>
    <message>
        <source>GB a month out to the internet</source>
        <translation>インターネットへ出ていく1か月の通信量（GB）</translation>
    </message>
    <message>
        <source>GB a month through all interface endpoints</source>
        <translation>すべてのインターフェイスエンドポイントを通る1か月の通信量（GB）</translation>
    </message>
    <message>
        <source>GB a month</source>
        <translation>GB/月</translation>
    </message>
    <message>
        <source>* rests on an assumption; its tooltip says which.</source>
        <translation>* 仮定に基づく値です。内容はツールチップに表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>Built-in prices of %n Region(s)</source>
        <translation>
            <numerusform>%nリージョン分の価格を内蔵</numerusform>
        </translation>
    </message>
    <message>
        <source>≥ %1</source>
        <comment>at least</comment>
        <translation>%1以上</translation>
    </message>
    <message>
        <source>/ hour</source>
        <translation>/時間</translation>
    </message>
    <message>
        <source>/ month</source>
        <translation>/月</translation>
    </message>
    <message>
        <source>At least: the price of some items is unknown.</source>
        <translation>価格不明の項目があるため、実際の料金はこれ以上になります。</translation>
    </message>
    <message>
        <source>Nothing drawn so far costs anything: VPCs, subnets, route tables, security groups and internet gateways are free.</source>
        <translation>今のところ料金のかかるものはありません。VPC、サブネット、ルートテーブル、セキュリティグループ、インターネットゲートウェイは無料です。</translation>
    </message>
    <message>
        <source>With NAT off: %1</source>
        <translation>NATをオフにした場合：%1</translation>
    </message>
    <message>
        <source>%1/h · %2/month</source>
        <translation>%1/時間 · %2/月</translation>
    </message>
    <message>
        <source>%1 · %2 h a month · built-in prices, %3</source>
        <translation>%1 · 月%2時間 · 内蔵の価格（%3）</translation>
    </message>
    <message>
        <source>Change traffic per month</source>
        <translation>月間通信量を変更</translation>
    </message>
    <message>
        <source>Change Region</source>
        <translation>リージョンを変更</translation>
    </message>
    <message>
        <source>With NAT off at least: %1</source>
        <translation>NATをオフにすると少なくとも：%1</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>日付不明</translation>
    </message>
    <message>
        <source>%1 / hour · %2 / month</source>
        <translation>%1／時間・%2／月</translation>
    </message>
    <message>
        <source>Way out of: %1</source>
        <translation>NAT経由で外に出るもの：%1</translation>
    </message>
</context>
<context>
    <name>sekisho::DeployedPage</name>
    <message>
        <source>Outputs</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>リソース</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an id and an address</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>The state could not be read. “Check” prepares the folder for it.</source>
        <translation>ステートを読み取れませんでした。「検査」を実行すると、フォルダーの準備が整います。</translation>
    </message>
    <message>
        <source>Nothing is known of AWS yet. After an apply, ids and addresses are shown here and beside their nodes. Reading the state asks AWS nothing.</source>
        <translation>AWSの状態はまだわかりません。適用すると、IDとアドレスがここと各要素に表示されます。ステートを読み取っても、AWSへの問い合わせはしません。</translation>
    </message>
    <message>
        <source>The state is empty: nothing of this design is in AWS.</source>
        <translation>ステートは空です。この設計のものはAWSにありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) in the state.</source>
        <translation>
            <numerusform>ステートには%n個のリソースがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read state</source>
        <translation>ステートを読み取る</translation>
    </message>
    <message>
        <source>terraform output and show: what the state of the folder holds</source>
        <translation>terraform outputとshow：フォルダーのステートの中身を読み取ります</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies the value of the selected line</source>
        <translation>選択した行の値をコピーします</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>What is in AWS</source>
        <translation>AWSの状態</translation>
    </message>
    <message>
        <source>The state could not be read. “Check” prepares the folder for it. Terraform says: %1</source>
        <translation>ステートを読み取れませんでした。「検査」を実行すると、読み取る準備ができます。terraformの出力：%1</translation>
    </message>
    <message>
        <source>The state is kept in the backend “%1”. “Read state” asks it over the network.</source>
        <translation>ステートはバックエンド「%1」にあります。「ステートを読み取る」を押すと、ネットワーク経由で問い合わせます。</translation>
    </message>
</context>
<context>
    <name>sekisho::Deployment</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Public IP</source>
        <translation>パブリックIP</translation>
    </message>
    <message>
        <source>Private IP</source>
        <translation>プライベートIP</translation>
    </message>
    <message>
        <source>will be created</source>
        <translation>作成されます</translation>
    </message>
    <message>
        <source>will be changed</source>
        <translation>変更されます</translation>
    </message>
    <message>
        <source>will be destroyed and created anew</source>
        <translation>削除のうえ、作り直されます</translation>
    </message>
    <message>
        <source>will be destroyed</source>
        <translation>削除されます</translation>
    </message>
</context>
<context>
    <name>sekisho::Dock</name>
    <message>
        <source>Float</source>
        <translation>切り離す</translation>
    </message>
    <message>
        <source>Float the pane %1</source>
        <translation>ペイン「%1」を切り離す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the pane %1</source>
        <translation>ペイン「%1」を閉じる</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>アウトライン</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Network cost</source>
        <translation>ネットワーク料金</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
</context>
<context>
    <name>sekisho::ExportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Terraform</source>
        <translation>Terraformを書き出す</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>The folder to write into</source>
        <translation>書き出し先のフォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Security group rules</source>
        <translation>セキュリティグループのルール</translation>
    </message>
    <message>
        <source>Put all network ACLs in force</source>
        <translation>すべてのネットワークACLを有効にする</translation>
    </message>
    <message>
        <source>Makes every drawn association of a network ACL active for this export.</source>
        <translation>図にあるネットワークACLの関連付けを、この書き出しではすべて有効にします。</translation>
    </message>
    <message>
        <source>With docker-compose.yml</source>
        <translation>docker-compose.ymlを付ける</translation>
    </message>
    <message>
        <source>Adds a file to run Terraform in a container.</source>
        <translation>コンテナでTerraformを実行するためのファイルを追加します。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Files of the export</source>
        <translation>書き出すファイル</translation>
    </message>
    <message>
        <source>What changes in the file</source>
        <translation>ファイルの変更内容</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Stack: a folder that stands alone</source>
        <translation>スタック：単独で使えるフォルダー</translation>
    </message>
    <message>
        <source>Add-on: files beside an existing VPC</source>
        <translation>アドオン：既存のVPCに追加するファイル</translation>
    </message>
    <message>
        <source>Kind of the export</source>
        <translation>書き出しの種類</translation>
    </message>
    <message>
        <source>As in the design</source>
        <translation>設計のとおり</translation>
    </message>
    <message>
        <source>Inside their security group</source>
        <translation>セキュリティグループの中に記述</translation>
    </message>
    <message>
        <source>As resources of their own</source>
        <translation>個別のリソースとして記述</translation>
    </message>
    <message>
        <source>Folder for the Terraform files</source>
        <translation>Terraformファイルのフォルダー</translation>
    </message>
    <message>
        <source>NAT gateways: On</source>
        <translation>NATゲートウェイ：オン</translation>
    </message>
    <message>
        <source>NAT gateways: Off</source>
        <translation>NATゲートウェイ：オフ</translation>
    </message>
    <message>
        <source>Drawn but not in force, so not exported: %1. The subnets keep the network ACL they have.</source>
        <translation>図にありますが、有効でないため書き出しません：%1。サブネットには現在のネットワークACLがそのまま使われます。</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n subnet(s)</source>
        <translation>
            <numerusform>%1（%n個のサブネット）</numerusform>
        </translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新規ファイル</translation>
    </message>
    <message>
        <source>Written again; it was deleted</source>
        <translation>再作成（削除されていたため）</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>One line is set, the rest stays</source>
        <translation>1行だけ設定し、残りはそのまま</translation>
    </message>
    <message>
        <source>Edited since the last export</source>
        <translation>前回の書き出し後に編集あり</translation>
    </message>
    <message>
        <source>Not Sekisho&apos;s: not overwritten</source>
        <translation>Sekisho以外のファイル：上書きしない</translation>
    </message>
    <message>
        <source>Cannot be written</source>
        <translation>書き込み不可</translation>
    </message>
    <message>
        <source>Removed; no longer part of it</source>
        <translation>不要になったため削除</translation>
    </message>
    <message>
        <source>No longer part of it, but edited</source>
        <translation>不要になったが、編集あり</translation>
    </message>
    <message>
        <source>What becomes of %1</source>
        <translation>%1の扱い</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分の変更を残す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>上書き</translation>
    </message>
    <message>
        <source>Choose the folder to write into.</source>
        <translation>書き出し先のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1に書き出しました</translation>
    </message>
    <message>
        <source>Every file was already as it should be.</source>
        <translation>すべてのファイルが最新の状態でした。</translation>
    </message>
    <message>
        <source>Written:</source>
        <translation>書き出したファイル：</translation>
    </message>
    <message>
        <source>Removed:</source>
        <translation>削除したファイル：</translation>
    </message>
    <message>
        <source>Left as they are:</source>
        <translation>変更しなかったファイル：</translation>
    </message>
    <message>
        <source>Run Terraform</source>
        <translation>Terraformを実行</translation>
    </message>
    <message>
        <source>Goes to the pane “Run”, where these files are checked, planned and applied</source>
        <translation>「実行」ペインに移ります。書き出したファイルの検査、プラン、適用ができます</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>エラーがあっても書き出す</translation>
    </message>
    <message>
        <source>Writes the files although AWS or terraform will probably refuse them. Your files stay safe.</source>
        <translation>AWSまたはterraformに拒否される見込みですが、ファイルを書き出します。ご自分のファイルが失われることはありません。</translation>
    </message>
    <message>
        <source>Edited since the last export: %1. Look at the difference, then choose to keep your file or to overwrite it.</source>
        <translation>前回の書き出し後に編集されています：%1。差分を確認し、残すか上書きするかを選択してください。</translation>
    </message>
    <message>
        <source>Exported all the same: %1</source>
        <translation>エラーがあっても書き出します：%1</translation>
    </message>
    <message>
        <source>Terraform will destroy %1 and make it anew: %2</source>
        <translation>Terraformは%1を破棄して作り直します：%2。</translation>
    </message>
    <message>
        <source>The Terraform pane offers a moved block that keeps it.</source>
        <translation>Terraformペインでmovedブロックを書き込むと、そのまま保持できます。</translation>
    </message>
</context>
<context>
    <name>sekisho::Figures</name>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>sekisho::FindBar</name>
    <message>
        <source>Find or run</source>
        <translation>検索・コマンド</translation>
    </message>
    <message>
        <source>Nothing in the design and no command matches.</source>
        <translation>一致する要素もコマンドもありません。</translation>
    </message>
    <message>
        <source>Terraform text</source>
        <translation>Terraformコード</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>検索結果</translation>
    </message>
</context>
<context>
    <name>sekisho::FindModel</name>
    <message>
        <source>%1, %2</source>
        <comment>title and detail of a search result</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sekisho::Fixes</name>
    <message>
        <source>Use %1</source>
        <translation>%1を使う</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>参照を削除</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1を追加</translation>
    </message>
    <message>
        <source>Give address</source>
        <translation>アドレスを割り当て</translation>
    </message>
    <message>
        <source>Leave zone out</source>
        <translation>ゾーンの部分を外す</translation>
    </message>
    <message>
        <source>Give VPC IPv6</source>
        <translation>VPCにIPv6を割り当て</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>オフにする</translation>
    </message>
    <message>
        <source>Switch DNS on</source>
        <translation>DNSをオンにする</translation>
    </message>
    <message>
        <source>Raise to %1</source>
        <translation>%1に引き上げ</translation>
    </message>
    <message>
        <source>Renumber</source>
        <translation>番号を振り直す</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>アタッチ</translation>
    </message>
    <message>
        <source>Put on NAT switch</source>
        <translation>NAT切り替えの対象にする</translation>
    </message>
    <message>
        <source>Take off switch</source>
        <translation>NAT切り替えの対象から外す</translation>
    </message>
    <message>
        <source>Add Elastic IP</source>
        <translation>Elastic IPを追加</translation>
    </message>
    <message>
        <source>Add gateway</source>
        <translation>ゲートウェイを追加</translation>
    </message>
    <message>
        <source>Let AWS choose</source>
        <translation>AWSに任せる</translation>
    </message>
    <message>
        <source>Use all tables</source>
        <translation>全ルートテーブルを使う</translation>
    </message>
    <message>
        <source>Choose subnets</source>
        <translation>サブネットを選ぶ</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>1つにまとめる</translation>
    </message>
    <message>
        <source>Add endpoints</source>
        <translation>エンドポイントを追加</translation>
    </message>
    <message>
        <source>Switch NAT on</source>
        <translation>NATをオンにする</translation>
    </message>
</context>
<context>
    <name>sekisho::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
</context>
<context>
    <name>sekisho::KeysDialog</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>最近使ったファイル</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>挿入</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>整列</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>コマンドやキーを検索</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Next, previous</source>
        <translation>次へ、前へ</translation>
    </message>
    <message>
        <source>Select the next thing in the drawing, or the one before</source>
        <translation>図の中の次のもの、または前のものを選択します</translation>
    </message>
    <message>
        <source>Go on without selecting</source>
        <translation>選択せずに移動</translation>
    </message>
    <message>
        <source>Space then adds it to the selection, or takes it out</source>
        <translation>続けてSpaceキーを押すと、選択に加えたり外したりします</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>動かす</translation>
    </message>
    <message>
        <source>Move the selection by a grid step, with Shift by a pixel; scroll where nothing is selected</source>
        <translation>選択したものをグリッド1目盛り、Shiftキーを押すと1ピクセル動かします。何も選択していないときはスクロールします</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>サイズを変更</translation>
    </message>
    <message>
        <source>Make a VPC, zone or subnet larger or smaller</source>
        <translation>VPC、ゾーン、サブネットを大きく、または小さくします</translation>
    </message>
    <message>
        <source>Connect by keys</source>
        <translation>キーで接続</translation>
    </message>
    <message>
        <source>Enter at where the traffic comes from, then at where it goes; arrows and Tab go there</source>
        <translation>通信元でEnter、通信先でもう一度Enterを押します。矢印キーやTabキーで移動します</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>What can be done with the selection</source>
        <translation>選択したものに対してできることを表示します</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>End the gesture without a change; else select nothing</source>
        <translation>操作を取り消します。操作中でなければ選択を解除します</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>複数を選択</translation>
    </message>
    <message>
        <source>Shift+click · drag over them</source>
        <translation>Shift+クリック · 囲むようにドラッグ</translation>
    </message>
    <message>
        <source>Add to the selection, or select what lies in a rectangle</source>
        <translation>選択に加えるか、四角の中にあるものを選択します</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>スクロール</translation>
    </message>
    <message>
        <source>Middle or right drag · Space+drag · wheel</source>
        <translation>中央・右ボタンでドラッグ · Space+ドラッグ · ホイール</translation>
    </message>
    <message>
        <source>Show another part of the drawing; Shift+wheel goes sideways</source>
        <translation>図の別の部分を表示します。Shift+ホイールで横に動きます</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>拡大・縮小</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+ホイール</translation>
    </message>
    <message>
        <source>What is at the mouse stays there</source>
        <translation>マウスの位置を中心に拡大・縮小します</translation>
    </message>
    <message>
        <source>Snap or not</source>
        <translation>吸着の切り替え</translation>
    </message>
    <message>
        <source>Ctrl while dragging</source>
        <translation>ドラッグ中にCtrl</translation>
    </message>
    <message>
        <source>The opposite of how snapping is set</source>
        <translation>吸着の設定を一時的に逆にします</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>図の上での操作</translation>
    </message>
</context>
<context>
    <name>sekisho::Main</name>
    <message>
        <source>Designer for the security layout of AWS VPCs.</source>
        <translation>AWS VPCのセキュリティ構成を設計するツールです。</translation>
    </message>
    <message>
        <source>system, light, dark or high-contrast, for this run.</source>
        <translation>今回の配色（system、light、dark、high-contrastのいずれか）。</translation>
    </message>
    <message>
        <source>en or ja, for this run.</source>
        <translation>今回の表示言語（enまたはja）。</translation>
    </message>
    <message>
        <source>The design to open; without one, the last one, or the hands-on design. Each further one gets a window of its own.</source>
        <translation>開く設計。省略すると前回の設計、なければハンズオンの設計を開きます。2つ目以降は別のウィンドウで開きます。</translation>
    </message>
    <message>
        <source>--%1 %2 is not known; use one of: %3</source>
        <translation>--%1 %2は指定できません。次のいずれかを指定してください：%3</translation>
    </message>
</context>
<context>
    <name>sekisho::MainWindow</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Zoom %1 percent; click for 100 percent</source>
        <translation>表示倍率%1%。クリックすると100%になります</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>Export Terraform</source>
        <translation>Terraformを書き出す</translation>
    </message>
    <message>
        <source>%1[*] – Sekisho</source>
        <translation>%1[*] – Sekisho</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Undo: Add rule</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>問題 %1</translation>
    </message>
    <message>
        <source>Open a design to begin.</source>
        <translation>設計を開いて始めましょう。</translation>
    </message>
    <message>
        <source>Drag from the palette to add something; drag from a handle to connect.</source>
        <translation>パレットからドラッグして追加し、ハンドルからドラッグして接続します。</translation>
    </message>
    <message numerus="yes">
        <source>%n selected.</source>
        <translation>
            <numerusform>%n件を選択中です。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 selected.</source>
        <comment>security group ecs selected</comment>
        <translation>%1「%2」を選択中です。</translation>
    </message>
    <message>
        <source>Drag its handle to a group to allow traffic.</source>
        <translation>ハンドルをグループへドラッグすると通信を許可できます。</translation>
    </message>
    <message>
        <source>Drag its handle to another workload to allow traffic.</source>
        <translation>ハンドルを別のワークロードへドラッグすると通信を許可できます。</translation>
    </message>
    <message>
        <source>Drop workloads and gateways into it.</source>
        <translation>ワークロードやゲートウェイをここに置けます。</translation>
    </message>
    <message>
        <source>Switch NAT on</source>
        <translation>NATをオンにする</translation>
    </message>
    <message>
        <source>Switch NAT off</source>
        <translation>NATをオフにする</translation>
    </message>
    <message>
        <source>About Sekisho</source>
        <translation>Sekishoについて</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sekisho %1&lt;/b&gt;&lt;br&gt;Designer for the security layout of AWS VPCs. Works offline; nothing leaves your machine.&lt;br&gt;&lt;br&gt;Licence: Apache-2.0</source>
        <translation>&lt;b&gt;Sekisho %1&lt;/b&gt;&lt;br&gt;AWS VPCのセキュリティ構成を設計するツールです。オフラインで動作し、データが外部に送られることはありません。&lt;br&gt;&lt;br&gt;ライセンス：Apache-2.0</translation>
    </message>
    <message>
        <source>hands-on</source>
        <translation>ハンズオン</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Sekisho designs (*.sekisho)</source>
        <translation>Sekishoの設計 (*.sekisho)</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>「%1」の変更を保存しますか？</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>保存しないと変更は失われます。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>図を保存</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG画像 (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG画像 (*.png)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF文書 (*.pdf)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Sekisho designs (*.sekisho);;All files (*)</source>
        <translation>Sekishoの設計 (*.sekisho);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translation>ペイン(&amp;P)</translation>
    </message>
    <message>
        <source>%1/h</source>
        <comment>dollars per hour</comment>
        <translation>%1/時</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <comment>at least that much</comment>
        <translation>%1以上</translation>
    </message>
    <message>
        <source>Terraform is still changing what is in AWS. Stop it and close?</source>
        <translation>TerraformがAWSのリソースを変更しています。停止して閉じますか？</translation>
    </message>
    <message>
        <source>It is asked to stop. It finishes what it has begun, writes its state and ends; what is missing then is done by the next apply.</source>
        <translation>terraformに停止を求めます。実行中の操作を終え、ステートを書き込んでから終了します。残りは次の適用で行われます。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止して閉じる</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>実行を続ける</translation>
    </message>
    <message>
        <source>A crash would lose your unsaved changes: %1</source>
        <translation>異常終了すると、保存していない変更が失われます：%1</translation>
    </message>
    <message>
        <source>“%1” was not opened. %2</source>
        <translation>「%1」を開けませんでした。%2</translation>
    </message>
    <message>
        <source>Another window of Sekisho has unsaved changes to “%1”. Who saves last overwrites what the other has saved.</source>
        <translation>別のSekishoのウィンドウに、「%1」の保存していない変更があります。後から保存した方の内容で上書きされます。</translation>
    </message>
    <message>
        <source>less than a minute ago</source>
        <translation>1分以内</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n分前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n時間前</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved changes to “%1” from %2 cannot be read: %3 They are kept in “%4”.</source>
        <translation>「%1」の保存していない変更（%2）を読み取れません。%3変更は「%4」に残してあります。</translation>
    </message>
    <message>
        <source>Sekisho ended unexpectedly. “%1”, which had not been saved yet, can be recovered as it was %2.</source>
        <translation>Sekishoが異常終了しました。まだ保存していなかった「%1」（%2）を復元できます。</translation>
    </message>
    <message>
        <source>Sekisho ended unexpectedly. Unsaved changes to “%1” from %2 can be recovered.</source>
        <translation>Sekishoが異常終了しました。「%1」の保存していない変更（%2）を復元できます。</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>復元(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>Another window of Sekisho has recovered these changes already.</source>
        <translation>この変更は、別のSekishoのウィンドウですでに復元されています。</translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation>保存していない変更を復元</translation>
    </message>
    <message>
        <source>The file “%1” is gone. Save the design to have it again.</source>
        <translation>ファイル「%1」がなくなりました。設計を保存すると、もう一度作成されます。</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>再読み込み(&amp;L)</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>&amp;Keep Mine</source>
        <translation>この内容を維持(&amp;K)</translation>
    </message>
    <message>
        <source>Another program has changed “%1” since it was opened here.</source>
        <translation>「%1」は、ここで開いた後に別のプログラムで変更されています。</translation>
    </message>
    <message>
        <source>Another program has changed “%1”, and it cannot be read as a design any more.</source>
        <translation>「%1」が別のプログラムで変更され、設計として読み取れなくなっています。</translation>
    </message>
    <message>
        <source>Saving would replace that version with yours.</source>
        <translation>保存すると、その内容がここでの内容に置き換わります。</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>上書き</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The file itself is gone.</source>
        <translation>元のファイルはなくなっています。</translation>
    </message>
    <message>
        <source>The file was written again since.</source>
        <translation>元のファイルは、その後に書き換えられています。</translation>
    </message>
    <message numerus="yes">
        <source>%n more follow.</source>
        <translation>
            <numerusform>ほかに%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture was saved as “%1”.</source>
        <translation>図を「%1」に保存しました。</translation>
    </message>
    <message>
        <source>the printer</source>
        <translation>プリンター</translation>
    </message>
</context>
<context>
    <name>sekisho::NatComparison</name>
    <message>
        <source>%1 %2</source>
        <comment>kind and name of a workload: ECS service app</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>NAT on</source>
        <translation>NATオン</translation>
    </message>
    <message>
        <source>NAT off</source>
        <translation>NATオフ</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <comment>at least</comment>
        <translation>%1以上</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>1時間あたり</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>1か月あたり</translation>
    </message>
    <message>
        <source>Where the difference comes from</source>
        <translation>差額の内訳</translation>
    </message>
    <message>
        <source>%1, %2 GB</source>
        <translation>%1、%2 GB</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Price unknown</source>
        <translation>価格不明</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>workload: what it needs</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workload(s) lose their way out</source>
        <translation>
            <numerusform>%n個のワークロードが外に出られません</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep their way out: %1</source>
        <translation>引き続き外に出られます：%1</translation>
    </message>
    <message>
        <source>More is saved than this: the price of some items is unknown.</source>
        <translation>価格不明の項目があるため、実際の節約額はこれより大きくなります。</translation>
    </message>
    <message>
        <source>$ per month</source>
        <translation>$／月</translation>
    </message>
</context>
<context>
    <name>sekisho::NatSwitch</name>
    <message>
        <source>Switch NAT gateways on</source>
        <translation>NATゲートウェイをオンにする</translation>
    </message>
    <message>
        <source>Switch NAT gateways off</source>
        <translation>NATゲートウェイをオフにする</translation>
    </message>
    <message>
        <source>NAT gateways</source>
        <translation>NATゲートウェイ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>at least %1/h</source>
        <translation>%1/時間以上</translation>
    </message>
    <message>
        <source>%1/h</source>
        <translation>%1/時間</translation>
    </message>
    <message>
        <source>saves at least %1/h</source>
        <translation>%1/時間以上の節約</translation>
    </message>
    <message>
        <source>saves %1/h</source>
        <translation>%1/時間の節約</translation>
    </message>
    <message>
        <source>none drawn</source>
        <comment>NAT gateways</comment>
        <translation>未配置</translation>
    </message>
</context>
<context>
    <name>sekisho::NewDialog</name>
    <message>
        <source>New Design</source>
        <translation>新しい設計</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Stands at the beginning of AWS names.</source>
        <translation>AWS上の名前の先頭に付きます。</translation>
    </message>
    <message>
        <source>dev, stg, prod: stands in AWS names behind the project.</source>
        <translation>dev、stg、prodなど。AWS上の名前で、プロジェクト名の後に付きます。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>sekisho::Notice</name>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>sekisho::OfferBar</name>
    <message>
        <source>Not now</source>
        <translation>後で</translation>
    </message>
</context>
<context>
    <name>sekisho::OutlineModel</name>
    <message>
        <source>Security groups</source>
        <translation>セキュリティグループ</translation>
    </message>
    <message>
        <source>Network ACLs</source>
        <translation>ネットワークACL</translation>
    </message>
    <message>
        <source>Route tables</source>
        <translation>ルートテーブル</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>エンドポイント</translation>
    </message>
    <message>
        <source>Elastic IPs</source>
        <translation>Elastic IP</translation>
    </message>
    <message>
        <source>Prefix lists</source>
        <translation>プレフィックスリスト</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n個のルール</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n個のルート</numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a name and how many</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and name, like: subnet public-1a</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前の変更</translation>
    </message>
</context>
<context>
    <name>sekisho::OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>アウトライン</translation>
    </message>
    <message>
        <source>The design is empty. Drag a VPC from the palette to begin.</source>
        <translation>設計は空です。パレットからVPCをドラッグして始めましょう。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前の変更</translation>
    </message>
    <message>
        <source>Show on the Canvas</source>
        <translation>キャンバスに表示</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>sekisho::PalettePanel</name>
    <message>
        <source>Search services</source>
        <translation>サービスを検索</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>No service matches “%1”.</source>
        <translation>「%1」に一致するサービスはありません。</translation>
    </message>
</context>
<context>
    <name>sekisho::PictureDialog</name>
    <message>
        <source>Save Picture</source>
        <translation>図を保存</translation>
    </message>
    <message>
        <source>SVG: sharp at every size</source>
        <translation>SVG：拡大しても鮮明</translation>
    </message>
    <message>
        <source>PNG: pixels</source>
        <translation>PNG：ピクセル画像</translation>
    </message>
    <message>
        <source>PDF: one page</source>
        <translation>PDF：1ページ</translation>
    </message>
    <message>
        <source>%1 %: %2 × %3 pixels</source>
        <translation>%1%：%2 × %3ピクセル</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>ウィンドウと同じ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大きさ(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>&amp;Transparent ground</source>
        <translation>背景を透明にする(&amp;T)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The whole drawing, whatever part of it the window shows.</source>
        <translation>ウィンドウに表示されている範囲にかかわらず、図の全体を保存します。</translation>
    </message>
    <message>
        <source>The whole drawing; its text can be searched and copied.</source>
        <translation>図の全体を保存します。文字は検索やコピーができます。</translation>
    </message>
</context>
<context>
    <name>sekisho::ProblemDelegate</name>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>未対応に戻す</translation>
    </message>
    <message>
        <source>Accept: I know of it, and this is why</source>
        <translation>理由を添えて承認</translation>
    </message>
    <message>
        <source>Count it among the open problems again</source>
        <translation>承認を取り消して、未対応の問題に戻します</translation>
    </message>
</context>
<context>
    <name>sekisho::ProblemsModel</name>
    <message>
        <source>%1: %2</source>
        <comment>severity and sentence of a problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>No open problems · %n accepted</source>
        <translation>
            <numerusform>未対応の問題なし・承認済み%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>承認済み%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the accepted problems</source>
        <translation>承認済みの問題を隠す</translation>
    </message>
    <message>
        <source>Show the accepted problems</source>
        <translation>承認済みの問題を表示</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an accepted problem and its reason</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Accepted without a reason</source>
        <translation>理由の記載なしで承認済み</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>承認済み：%1</translation>
    </message>
    <message>
        <source>%1 (until %2)</source>
        <comment>a reason and a date</comment>
        <translation>%1（%2まで）</translation>
    </message>
</context>
<context>
    <name>sekisho::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>問題は見つかりませんでした。</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>修正：%1</translation>
    </message>
    <message>
        <source>Copy Text</source>
        <translation>テキストをコピー</translation>
    </message>
    <message>
        <source>Accept problem</source>
        <translation>問題を承認</translation>
    </message>
    <message>
        <source>Reopen problem</source>
        <translation>承認を取り消し</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>承認…</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>未対応に戻す</translation>
    </message>
</context>
<context>
    <name>sekisho::ReasonField</name>
    <message>
        <source>Why is this fine?</source>
        <translation>承認する理由</translation>
    </message>
    <message>
        <source>Why this problem is accepted</source>
        <translation>この問題を承認する理由</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>sekisho::Regions</name>
    <message>
        <source>Cape Town</source>
        <translation>ケープタウン</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Taipei</source>
        <translation>台北</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>東京</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>ソウル</translation>
    </message>
    <message>
        <source>Osaka</source>
        <translation>大阪</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>ムンバイ</translation>
    </message>
    <message>
        <source>Hyderabad</source>
        <translation>ハイデラバード</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>シンガポール</translation>
    </message>
    <message>
        <source>Sydney</source>
        <translation>シドニー</translation>
    </message>
    <message>
        <source>Jakarta</source>
        <translation>ジャカルタ</translation>
    </message>
    <message>
        <source>Melbourne</source>
        <translation>メルボルン</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>マレーシア</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>ニュージーランド</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>タイ</translation>
    </message>
    <message>
        <source>Canada Central</source>
        <translation>カナダ中部</translation>
    </message>
    <message>
        <source>Calgary</source>
        <translation>カルガリー</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>フランクフルト</translation>
    </message>
    <message>
        <source>Zurich</source>
        <translation>チューリッヒ</translation>
    </message>
    <message>
        <source>Stockholm</source>
        <translation>ストックホルム</translation>
    </message>
    <message>
        <source>Milan</source>
        <translation>ミラノ</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>スペイン</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>アイルランド</translation>
    </message>
    <message>
        <source>London</source>
        <translation>ロンドン</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>パリ</translation>
    </message>
    <message>
        <source>Tel Aviv</source>
        <translation>テルアビブ</translation>
    </message>
    <message>
        <source>UAE</source>
        <translation>アラブ首長国連邦</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>バーレーン</translation>
    </message>
    <message>
        <source>Mexico Central</source>
        <translation>メキシコ中部</translation>
    </message>
    <message>
        <source>Sao Paulo</source>
        <translation>サンパウロ</translation>
    </message>
    <message>
        <source>N. Virginia</source>
        <translation>バージニア北部</translation>
    </message>
    <message>
        <source>Ohio</source>
        <translation>オハイオ</translation>
    </message>
    <message>
        <source>GovCloud US-East</source>
        <translation>GovCloud米国東部</translation>
    </message>
    <message>
        <source>GovCloud US-West</source>
        <translation>GovCloud米国西部</translation>
    </message>
    <message>
        <source>N. California</source>
        <translation>北カリフォルニア</translation>
    </message>
    <message>
        <source>Oregon</source>
        <translation>オレゴン</translation>
    </message>
</context>
<context>
    <name>sekisho::ReplacementStrip</name>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 (%2 is replaced)</source>
        <translation>%1（%2が置き換えられるため）</translation>
    </message>
    <message>
        <source>would be destroyed as %1 and made anew</source>
        <translation>%1としては破棄され、新しく作成されます</translation>
    </message>
    <message numerus="yes">
        <source>Since the last save, terraform would replace %n resource(s)</source>
        <translation>
            <numerusform>前回の保存以降の変更で、terraformは%n個のリソースを置き換えます</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep: write %n moved block(s)</source>
        <translation>
            <numerusform>維持：movedブロックを%n個書く</numerusform>
        </translation>
    </message>
    <message>
        <source>Tells terraform which resource is which, so that it destroys none of them.</source>
        <translation>どのリソースがどれに当たるかをterraformに伝え、破棄させません。</translation>
    </message>
    <message>
        <source>Select %1</source>
        <translation>%1を選択</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::RunPanel</name>
    <message>
        <source>Done.</source>
        <translation>完了しました。</translation>
    </message>
    <message>
        <source>Stopped: the step above did not succeed.</source>
        <translation>中断しました。上の手順が成功しませんでした。</translation>
    </message>
    <message>
        <source>Terraform runs in the folder of the export. Export the design first.</source>
        <translation>Terraformは書き出し先のフォルダーで実行します。先に設計を書き出してください。</translation>
    </message>
    <message>
        <source>What NAT adds there costs %1 a month plus data while it is on; it is %2 now.</source>
        <translation>NATをオンにしている間は、月額%1とデータ処理料金が余分にかかります。現在は%2です。</translation>
    </message>
    <message>
        <source>on</source>
        <comment>NAT</comment>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <comment>NAT</comment>
        <translation>オフ</translation>
    </message>
    <message>
        <source>What NAT costs there is not known.</source>
        <translation>NATにかかる料金は不明です。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>%1 to add, %2 to change, %3 to replace, %4 to destroy</source>
        <translation>追加%1、変更%2、置換%3、削除%4</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Export Terraform…</source>
        <translation>Terraformを書き出す…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>terraform fmt, init and validate: nothing in AWS is touched</source>
        <translation>terraform fmt、init、validate：AWSには何もしません</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>terraform plan: what would change in AWS, and nothing is changed</source>
        <translation>terraform plan：AWSで何が変わるかを表示します。変更はしません</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>適用…</translation>
    </message>
    <message>
        <source>terraform apply: makes it so in AWS, after you have typed a word</source>
        <translation>terraform apply：確認の単語を入力した後、AWSに反映します</translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>terraform destroy: removes it from AWS, after you have typed a word</source>
        <translation>terraform destroy：確認の単語を入力した後、AWSから削除します</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Word to confirm with</source>
        <translation>確認の単語</translation>
    </message>
    <message>
        <source>What terraform says</source>
        <translation>terraformの出力</translation>
    </message>
    <message>
        <source>“Plan” shows what terraform would do in AWS. Nothing is changed by it.</source>
        <translation>「プラン」を押すと、terraformがAWSで何をするかを表示します。変更はされません。</translation>
    </message>
    <message>
        <source>Planned changes</source>
        <translation>変更の予定</translation>
    </message>
    <message>
        <source>The files changed while terraform planned. Plan again.</source>
        <translation>terraformがプランを作っている間にファイルが変わりました。もう一度プランを実行してください。</translation>
    </message>
    <message>
        <source>The files have changed since they were planned: terraform plans anew.</source>
        <translation>プランを作った後にファイルが変わっています。terraformがプランを作り直します。</translation>
    </message>
    <message numerus="yes">
        <source>The state holds %n resource(s).</source>
        <translation>
            <numerusform>ステートには%n個のリソースがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>What the state holds was not read.</source>
        <translation>ステートの中身はまだ読み取っていません。</translation>
    </message>
    <message>
        <source>There is no plan of these files yet: terraform plans while it applies.</source>
        <translation>これらのファイルのプランはまだありません。terraformは適用の際にプランを作ります。</translation>
    </message>
    <message>
        <source>The plan changes nothing.</source>
        <translation>このプランで変わるものはありません。</translation>
    </message>
    <message>
        <source>The plan: %1 to add, %2 to change, %3 to destroy.</source>
        <translation>プランの内容は、追加%1件、変更%2件、削除%3件です。</translation>
    </message>
    <message>
        <source>The files have changed since you were asked, so nothing is applied: look at the new plan, then apply.</source>
        <translation>確認の後にファイルが変わったため、適用していません。新しいプランを確認してから適用してください。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>aws_vpc.main will be created</comment>
        <translation>%1は%2</translation>
    </message>
    <message>
        <source>Nothing to change: what is in AWS is as the files say.</source>
        <translation>変更はありません。AWSの状態はファイルのとおりです。</translation>
    </message>
    <message>
        <source>No plan yet.</source>
        <translation>プランはまだありません。</translation>
    </message>
    <message>
        <source>Plan and apply</source>
        <translation>プランと適用</translation>
    </message>
    <message>
        <source>In AWS</source>
        <translation>AWSの状態</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>チェックリスト</translation>
    </message>
    <message>
        <source>Mark in the drawing</source>
        <translation>図に印を付ける</translation>
    </message>
    <message>
        <source>Shows at each node what the plan would do to it</source>
        <translation>プランで何が変わるかを、図のそれぞれの要素に示します</translation>
    </message>
    <message>
        <source>… %1 are left out: there is more than can be shown.</source>
        <translation>… 出力が多すぎるため、%1を省略しました。</translation>
    </message>
    <message>
        <source>Some files are not formatted as “terraform fmt” would; that changes nothing of what they do.</source>
        <translation>「terraform fmt」の書式と異なるファイルがあります。動作には影響しません。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>キャンセルしました。</translation>
    </message>
    <message>
        <source>Something ended the program in the middle.</source>
        <translation>プログラムが途中で強制終了されました。</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>手順%1／%2：%3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a step and how long it has taken</comment>
        <translation>%1・%2</translation>
    </message>
    <message>
        <source>%1 · stopping</source>
        <translation>%1・停止しています</translation>
    </message>
    <message>
        <source>Neither terraform nor tofu is on the PATH, and there is no docker with a docker-compose.yml. Install Terraform, or export with the docker-compose.yml, then look again.</source>
        <translation>PATHにterraformもtofuもなく、docker-compose.ymlで使えるdockerもありません。Terraformをインストールするか、docker-compose.ymlを付けて書き出してから、もう一度探してください。</translation>
    </message>
    <message>
        <source>%1 · workspace %2</source>
        <translation>%1・ワークスペース%2</translation>
    </message>
    <message>
        <source>the AWS account of the keys in %1</source>
        <translation>%1のキーのAWSアカウント</translation>
    </message>
    <message>
        <source>the AWS account of the profile “%1”</source>
        <translation>プロファイル「%1」のAWSアカウント</translation>
    </message>
    <message>
        <source>the AWS account of the profile “%1” (%2)</source>
        <comment>%2: a file or a variable</comment>
        <translation>プロファイル「%1」（%2）のAWSアカウント</translation>
    </message>
    <message>
        <source>%1, workspace “%2”</source>
        <translation>%1（ワークスペース「%2」）</translation>
    </message>
    <message>
        <source>The design has changed since it was exported here; what was exported is what counts.</source>
        <translation>書き出した後に設計が変わっていますが、対象は書き出し済みのファイルです。</translation>
    </message>
    <message>
        <source>NAT, which costs %1 a month plus data while it is on, then costs nothing.</source>
        <translation>NATがオンの間にかかる月額%1とデータ処理料金は、以後かからなくなります。</translation>
    </message>
    <message>
        <source>This destroys everything that the files in this folder made in %1, NAT gateways and their addresses too. %2 %3 Type “destroy” to go on.</source>
        <translation>このフォルダーのファイルで%1に作成したものを、NATゲートウェイとそのアドレスも含めてすべて削除します。%2%3続けるには「destroy」と入力してください。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>This changes real resources in %1. %2 %3 Type “apply” to go on.</source>
        <translation>%1にある実際のリソースを変更します。%2%3続けるには「apply」と入力してください。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度探す</translation>
    </message>
    <message>
        <source>The design has changed since it was exported.</source>
        <translation>書き出した後に設計が変わっています。</translation>
    </message>
    <message>
        <source>Files were edited since the export: they are run as they are.</source>
        <translation>書き出した後に編集されたファイルがあります。そのまま実行されます。</translation>
    </message>
    <message>
        <source>Terraform runs the files in %1</source>
        <translation>terraformは%1のファイルを実行します</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>今すぐ停止</translation>
    </message>
    <message>
        <source>Ends terraform at once: it cannot write its state any more</source>
        <translation>terraformを強制終了します。ステートは書き込まれません</translation>
    </message>
    <message>
        <source>Asks terraform to stop; it finishes what it has begun</source>
        <translation>terraformに停止を求めます。実行中の操作は最後まで行われます</translation>
    </message>
    <message>
        <source>Of before: %1</source>
        <translation>以前のプラン：%1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>The AWS provider could not be downloaded: look at the network connection, then try again.</source>
        <translation>AWSプロバイダーをダウンロードできませんでした。ネットワーク接続を確認してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Another terraform is using this state: wait until it has ended, then try again.</source>
        <translation>別のterraformがこのステートを使用しています。終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>There are no valid credentials for AWS: sign in (aws sso login, aws configure), or set AWS_PROFILE before Sekisho is started.</source>
        <translation>有効なAWSの認証情報がありません。サインインするか（aws sso login、aws configure）、AWS_PROFILEを設定してからSekishoを起動してください。</translation>
    </message>
    <message>
        <source>The AWS account does not allow that to this user or role.</source>
        <translation>このユーザーまたはロールには、必要な権限がありません。</translation>
    </message>
    <message>
        <source>The folder has to be prepared first: “Check” does it.</source>
        <translation>先にフォルダーの準備が必要です。「検査」を実行してください。</translation>
    </message>
</context>
<context>
    <name>sekisho::StartPage</name>
    <message>
        <source>Nothing is drawn yet</source>
        <translation>まだ何も描かれていません</translation>
    </message>
    <message>
        <source>Open the hands-on design</source>
        <translation>ハンズオンの設計を開く</translation>
    </message>
    <message>
        <source>Empty VPC with 2 AZs</source>
        <translation>AZが2つある空のVPC</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>最近使ったファイル</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>file name and folder</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1を開く</translation>
    </message>
</context>
<context>
    <name>sekisho::Starts</name>
    <message>
        <source>Hands-on design</source>
        <translation>ハンズオンの設計</translation>
    </message>
    <message>
        <source>Empty VPC with 2 AZs</source>
        <translation>AZが2つある空のVPC</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>白紙</translation>
    </message>
    <message>
        <source>ALB, ECS and RDS in two zones, with security groups, network ACLs and NAT gateways.</source>
        <translation>2つのゾーンにALB、ECS、RDSを配置し、セキュリティグループ、ネットワークACL、NATゲートウェイを備えています。</translation>
    </message>
    <message>
        <source>Public and private subnets, an internet gateway and route tables.</source>
        <translation>パブリックサブネットとプライベートサブネット、インターネットゲートウェイ、ルートテーブルがあります。</translation>
    </message>
    <message>
        <source>Nothing but the settings of the project.</source>
        <translation>プロジェクトの設定だけがあります。</translation>
    </message>
</context>
<context>
    <name>sekisho::TerraformOutput</name>
    <message>
        <source>(sensitive)</source>
        <translation>（機密）</translation>
    </message>
</context>
<context>
    <name>sekisho::TerraformPanel</name>
    <message>
        <source>Terraform text</source>
        <translation>Terraformコード</translation>
    </message>
    <message>
        <source>Terraform files</source>
        <translation>Terraformファイル</translation>
    </message>
    <message>
        <source>Copy the file</source>
        <translation>ファイルをコピー</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>このファイル内を検索</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>次の一致</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>検索を閉じる</translation>
    </message>
    <message>
        <source>Change style of rules</source>
        <translation>ルールの書き方を変更</translation>
    </message>
    <message>
        <source>Stack: a folder that stands alone</source>
        <translation>スタック：単独で使えるフォルダー</translation>
    </message>
    <message>
        <source>Add-on: files beside an existing VPC</source>
        <translation>アドオン：既存のVPCに追加するファイル</translation>
    </message>
    <message>
        <source>Rules inside their security group</source>
        <translation>ルールをセキュリティグループの中に記述</translation>
    </message>
    <message>
        <source>Rules as resources of their own</source>
        <translation>ルールを個別のリソースとして記述</translation>
    </message>
    <message>
        <source>Add-on · separate rules</source>
        <translation>アドオン · 個別ルール</translation>
    </message>
    <message>
        <source>Add-on · inline rules</source>
        <translation>アドオン · インラインルール</translation>
    </message>
    <message>
        <source>Stack · separate rules</source>
        <translation>スタック · 個別ルール</translation>
    </message>
    <message>
        <source>Stack · inline rules</source>
        <translation>スタック · インラインルール</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>一致なし</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Write moved blocks</source>
        <translation>movedブロックを書く</translation>
    </message>
    <message>
        <source>Add-on</source>
        <translation>アドオン</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>スタック</translation>
    </message>
    <message>
        <source>How the text is written: %1</source>
        <translation>書き出しの形式：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) new</source>
        <translation>
            <numerusform>追加%n行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>lines</comment>
        <translation>
            <numerusform>変更%n行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <comment>lines</comment>
        <translation>
            <numerusform>削除%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file: changes</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: the file is gone, %2</source>
        <comment>file: changes</comment>
        <translation>%1：ファイルごと削除、%2</translation>
    </message>
    <message>
        <source>Since the last save: %1</source>
        <translation>前回の保存以降：%1</translation>
    </message>
    <message>
        <source>Click: to the next change; Alt+Down and Alt+Up in the text</source>
        <translation>クリックで次の変更箇所へ移動します（テキスト内ではAlt+↓、Alt+↑）</translation>
    </message>
</context>
<context>
    <name>sekisho::TerraformRefusal</name>
    <message>
        <source>There is no Terraform text as long as these problems are open:</source>
        <translation>次の問題が残っている間は、Terraformコードを表示できません：</translation>
    </message>
    <message>
        <source>Select</source>
        <comment>a link that selects the culprit</comment>
        <translation>選択</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::TerraformRunner</name>
    <message>
        <source>There is no room for what it prints in %1.</source>
        <translation>%1に出力を書き込めません。</translation>
    </message>
    <message>
        <source>The plan cannot be read.</source>
        <translation>プランを読み取れません。</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::CanvasCommands</name>
    <message>
        <source>There is no place for it here. Select the container it shall go into.</source>
        <translation>ここには置く場所がありません。入れ先の枠を選択してください。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>自動整列</translation>
    </message>
    <message>
        <source>Tidy Selection</source>
        <translation>選択部分を自動整列</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>等間隔に配置</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>整列</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::CanvasView</name>
    <message>
        <source>Drawing</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前の変更</translation>
    </message>
    <message numerus="yes">
        <source>Move %n Element(s)</source>
        <translation>
            <numerusform>%n個の要素を移動</numerusform>
        </translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1を追加</translation>
    </message>
    <message>
        <source>%1 is locked. %2 unlocks it.</source>
        <comment>a name and a key</comment>
        <translation>%1はロックされています。%2で解除できます。</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>サイズを変更</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Connect</name>
    <message>
        <source>%1 and %2 are in different VPCs.</source>
        <translation>%1と%2は別々のVPCにあります。</translation>
    </message>
    <message>
        <source>The default route of %1 leads to %2 already.</source>
        <translation>%1のデフォルトルートは、すでに%2へ向いています。</translation>
    </message>
    <message>
        <source>A NAT gateway cannot be the way out of its own subnet.</source>
        <translation>NATゲートウェイを、それが置かれたサブネット自身の外への経路にはできません。</translation>
    </message>
    <message>
        <source>Route to %1</source>
        <translation>%1へのルートを追加</translation>
    </message>
    <message>
        <source>Associate Route Table</source>
        <translation>ルートテーブルを関連付け</translation>
    </message>
    <message>
        <source>Associate Network ACL</source>
        <translation>ネットワークACLを関連付け</translation>
    </message>
    <message>
        <source>%1 has no route table of its own. Give it one first.</source>
        <translation>%1には専用のルートテーブルがありません。先にルートテーブルを関連付けてください。</translation>
    </message>
    <message>
        <source>Add VPC Peering</source>
        <translation>VPCピアリングを追加</translation>
    </message>
    <message>
        <source>The internet gateway is attached already.</source>
        <translation>このインターネットゲートウェイはすでにアタッチされています。</translation>
    </message>
    <message>
        <source>Attach Internet Gateway</source>
        <translation>インターネットゲートウェイをアタッチ</translation>
    </message>
    <message>
        <source>Only a NAT gateway or an EC2 instance takes an Elastic IP.</source>
        <translation>Elastic IPを付けられるのは、NATゲートウェイとEC2インスタンスだけです。</translation>
    </message>
    <message>
        <source>Attach Elastic IP</source>
        <translation>Elastic IPを関連付け</translation>
    </message>
    <message>
        <source>A NAT gateway is reached by routes, not by rules: connect a subnet to it.</source>
        <translation>NATゲートウェイへの通信は、ルールではなくルートで決まります。サブネットを接続してください。</translation>
    </message>
    <message>
        <source>A gateway is reached by routes, not by rules: connect a subnet to it.</source>
        <translation>ゲートウェイへの通信は、ルールではなくルートで決まります。サブネットを接続してください。</translation>
    </message>
    <message>
        <source>An Availability Zone has no rules. Connect what is in it.</source>
        <translation>アベイラビリティーゾーンにルールはありません。中にあるものを接続してください。</translation>
    </message>
    <message>
        <source>A VPC has no rules. Connect what is in it.</source>
        <translation>VPCにルールはありません。中にあるものを接続してください。</translation>
    </message>
    <message>
        <source>A network ACL is associated with subnets. Connect it to one.</source>
        <translation>ネットワークACLはサブネットに関連付けます。サブネットに接続してください。</translation>
    </message>
    <message>
        <source>A route table is associated with subnets. Connect it to one.</source>
        <translation>ルートテーブルはサブネットに関連付けます。サブネットに接続してください。</translation>
    </message>
    <message>
        <source>A flow log only watches. It cannot be connected.</source>
        <translation>フローログは通信を記録するだけなので、接続できません。</translation>
    </message>
    <message>
        <source>A peering connection is reached by routes. Add one to a route table.</source>
        <translation>ピアリング接続への通信はルートで決まります。ルートテーブルにルートを追加してください。</translation>
    </message>
    <message>
        <source>A gateway endpoint is reached by routes: connect a subnet to it.</source>
        <translation>ゲートウェイエンドポイントへの通信はルートで決まります。サブネットを接続してください。</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be connected.</source>
        <translation>%1と%2は接続できません。</translation>
    </message>
    <message>
        <source>There is nothing to connect to here.</source>
        <translation>ここには接続できるものがありません。</translation>
    </message>
    <message>
        <source>Drag to something else to connect it.</source>
        <translation>接続するには、別の相手までドラッグしてください。</translation>
    </message>
    <message>
        <source>A subnet takes no rules. Connect what is in it, or its network ACL.</source>
        <translation>サブネットにルールは付けられません。中にあるもの、またはネットワークACLを接続してください。</translation>
    </message>
    <message>
        <source>Neither end has a security group that could hold a rule.</source>
        <translation>ルールを追加できるセキュリティグループが、どちらの側にもありません。</translation>
    </message>
    <message>
        <source>It stands in no VPC yet, so it can have no security group.</source>
        <translation>まだVPCの中にないため、セキュリティグループを付けられません。</translation>
    </message>
    <message>
        <source>Allow %1 to %2</source>
        <translation>%1から%2への通信を許可</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::ConnectPopover</name>
    <message>
        <source>Allow traffic</source>
        <translation>通信を許可</translation>
    </message>
    <message>
        <source>From</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>to</source>
        <translation>から</translation>
    </message>
    <message>
        <source>To</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>443, 3000-3010 or udp/53</source>
        <translation>443、3000-3010、udp/53など</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>%1 (new group)</source>
        <translation>%1（新しいグループ）</translation>
    </message>
    <message>
        <source>%1 is in no security group yet. It gets one of its name.</source>
        <translation>%1はまだどのセキュリティグループにも入っていません。同じ名前のグループを作成します。</translation>
    </message>
    <message>
        <source>Let it out of %1 too</source>
        <translation>%1のアウトバウンドルールも追加</translation>
    </message>
    <message>
        <source>Not a port. Write 443, 3000-3010, udp/53 or a name like HTTPS.</source>
        <translation>ポートではありません。443、3000-3010、udp/53、またはHTTPSのような名前で入力してください。</translation>
    </message>
    <message>
        <source>This is allowed already.</source>
        <translation>この通信はすでに許可されています。</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::ContextMenu</name>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Security Groups</source>
        <translation>セキュリティグループ</translation>
    </message>
    <message>
        <source>Add to Security Group</source>
        <translation>セキュリティグループに追加</translation>
    </message>
    <message>
        <source>Remove from Security Group</source>
        <translation>セキュリティグループから外す</translation>
    </message>
    <message>
        <source>New Group for It</source>
        <translation>新しいグループを作成</translation>
    </message>
    <message>
        <source>Deactivate Here</source>
        <translation>ここで無効にする</translation>
    </message>
    <message>
        <source>Activate Here</source>
        <translation>ここで有効にする</translation>
    </message>
    <message>
        <source>Activate Network ACL</source>
        <translation>ネットワークACLを有効化</translation>
    </message>
    <message>
        <source>Deactivate Network ACL</source>
        <translation>ネットワークACLを無効化</translation>
    </message>
    <message>
        <source>End Association</source>
        <translation>関連付けを解除</translation>
    </message>
    <message>
        <source>Network ACL</source>
        <translation>ネットワークACL</translation>
    </message>
    <message>
        <source>Associate Network ACL</source>
        <translation>ネットワークACLを関連付け</translation>
    </message>
    <message>
        <source>Route Table</source>
        <translation>ルートテーブル</translation>
    </message>
    <message>
        <source>Associate Route Table</source>
        <translation>ルートテーブルを関連付け</translation>
    </message>
    <message>
        <source>Also in Subnet</source>
        <translation>ほかのサブネットにも配置</translation>
    </message>
    <message>
        <source>Add to Subnet</source>
        <translation>サブネットに追加</translation>
    </message>
    <message>
        <source>Take out of This Subnet</source>
        <translation>このサブネットから外す</translation>
    </message>
    <message>
        <source>Take out of Subnet</source>
        <translation>サブネットから外す</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>整列</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移動先</translation>
    </message>
    <message>
        <source>Move to Another Container</source>
        <translation>別の枠へ移動</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Deployed</name>
    <message>
        <source>%1 %2 %3</source>
        <comment>+ aws_vpc.main will be created</comment>
        <translation>%1 %2は%3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>ID: nat-0123</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Drop</name>
    <message>
        <source>A VPC cannot hold a VPC.</source>
        <translation>VPCの中にVPCは置けません。</translation>
    </message>
    <message>
        <source>An Availability Zone cannot hold an Availability Zone.</source>
        <translation>アベイラビリティーゾーンの中にアベイラビリティーゾーンは置けません。</translation>
    </message>
    <message>
        <source>An Availability Zone cannot hold a VPC.</source>
        <translation>アベイラビリティーゾーンの中にVPCは置けません。</translation>
    </message>
    <message>
        <source>A subnet cannot hold a subnet.</source>
        <translation>サブネットの中にサブネットは置けません。</translation>
    </message>
    <message>
        <source>A subnet cannot hold an Availability Zone.</source>
        <translation>サブネットの中にアベイラビリティーゾーンは置けません。</translation>
    </message>
    <message>
        <source>A subnet cannot hold a VPC.</source>
        <translation>サブネットの中にVPCは置けません。</translation>
    </message>
    <message>
        <source>An Availability Zone goes into a VPC.</source>
        <translation>アベイラビリティーゾーンはVPCの中に置きます。</translation>
    </message>
    <message>
        <source>A subnet goes into an Availability Zone.</source>
        <translation>サブネットはアベイラビリティーゾーンの中に置きます。</translation>
    </message>
    <message>
        <source>A subnet goes into an Availability Zone. Add one first.</source>
        <translation>サブネットはアベイラビリティーゾーンの中に置きます。先にゾーンを追加してください。</translation>
    </message>
    <message>
        <source>A subnet goes into one of the Availability Zones.</source>
        <translation>サブネットはいずれかのアベイラビリティーゾーンの中に置きます。</translation>
    </message>
    <message>
        <source>A NAT gateway goes into a public subnet.</source>
        <translation>NATゲートウェイはパブリックサブネットの中に置きます。</translation>
    </message>
    <message>
        <source>A NAT gateway goes into a public subnet. %1 is private.</source>
        <translation>NATゲートウェイはパブリックサブネットの中に置きます。%1はプライベートです。</translation>
    </message>
    <message>
        <source>A NAT gateway goes into a public subnet. There is none here yet.</source>
        <translation>NATゲートウェイはパブリックサブネットの中に置きます。ここにはまだパブリックサブネットがありません。</translation>
    </message>
    <message>
        <source>A NAT gateway goes into one of the public subnets.</source>
        <translation>NATゲートウェイはいずれかのパブリックサブネットの中に置きます。</translation>
    </message>
    <message>
        <source>A workload goes into a subnet.</source>
        <translation>ワークロードはサブネットの中に置きます。</translation>
    </message>
    <message>
        <source>A workload goes into a subnet. There is none here yet.</source>
        <translation>ワークロードはサブネットの中に置きます。ここにはまだサブネットがありません。</translation>
    </message>
    <message>
        <source>A workload goes into one of the subnets.</source>
        <translation>ワークロードはいずれかのサブネットの中に置きます。</translation>
    </message>
    <message>
        <source>An internet gateway goes onto a VPC.</source>
        <translation>インターネットゲートウェイはVPCに置きます。</translation>
    </message>
    <message>
        <source>A VPC has one internet gateway, and %1 has it already.</source>
        <translation>インターネットゲートウェイはVPCに1つだけです。%1にはすでにあります。</translation>
    </message>
    <message>
        <source>A regional NAT gateway goes onto a VPC.</source>
        <translation>リージョナルNATゲートウェイはVPCに置きます。</translation>
    </message>
    <message>
        <source>An egress-only internet gateway goes onto a VPC.</source>
        <translation>Egress-OnlyインターネットゲートウェイはVPCに置きます。</translation>
    </message>
    <message>
        <source>A route table goes onto a subnet or a VPC.</source>
        <translation>ルートテーブルはサブネットかVPCに置きます。</translation>
    </message>
    <message>
        <source>A network ACL goes onto a subnet or a VPC.</source>
        <translation>ネットワークACLはサブネットかVPCに置きます。</translation>
    </message>
    <message>
        <source>A flow log goes onto a subnet or a VPC.</source>
        <translation>フローログはサブネットかVPCに置きます。</translation>
    </message>
    <message>
        <source>A security group goes onto a workload or a VPC.</source>
        <translation>セキュリティグループはワークロードかVPCに置きます。</translation>
    </message>
    <message>
        <source>A gateway endpoint goes onto a VPC.</source>
        <translation>ゲートウェイエンドポイントはVPCに置きます。</translation>
    </message>
    <message>
        <source>An interface endpoint goes into a subnet or a VPC.</source>
        <translation>インターフェイスエンドポイントはサブネットかVPCの中に置きます。</translation>
    </message>
    <message>
        <source>A peering connection goes onto a VPC.</source>
        <translation>ピアリング接続はVPCに置きます。</translation>
    </message>
    <message>
        <source>What is outside of AWS goes onto empty ground.</source>
        <translation>AWSの外にあるものは、何もない場所に置きます。</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::InlineEditor</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>ミニマップ</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Moving</name>
    <message>
        <source>A NAT gateway stays in a subnet.</source>
        <translation>NATゲートウェイはサブネットの外に出せません。</translation>
    </message>
    <message>
        <source>It stays in a subnet.</source>
        <translation>サブネットの外には出せません。</translation>
    </message>
    <message>
        <source>A NAT gateway goes into a public subnet. %1 is private.</source>
        <translation>NATゲートウェイはパブリックサブネットの中に置きます。%1はプライベートです。</translation>
    </message>
    <message>
        <source>Its groups and addresses belong to the other VPC. Copy it instead.</source>
        <translation>セキュリティグループとアドレスが元のVPCのものなので、移動できません。代わりにコピーしてください。</translation>
    </message>
    <message>
        <source>It is in this subnet already.</source>
        <translation>すでにこのサブネットにあります。</translation>
    </message>
    <message>
        <source>A subnet cannot hold a subnet.</source>
        <translation>サブネットの中にサブネットは置けません。</translation>
    </message>
    <message>
        <source>A subnet stays in an Availability Zone.</source>
        <translation>サブネットはアベイラビリティーゾーンの外に出せません。</translation>
    </message>
    <message>
        <source>An Availability Zone stays in its VPC.</source>
        <translation>アベイラビリティーゾーンは別のVPCに移せません。</translation>
    </message>
    <message>
        <source>A VPC cannot hold a VPC.</source>
        <translation>VPCの中にVPCは置けません。</translation>
    </message>
    <message>
        <source>A security group stays in its VPC.</source>
        <translation>セキュリティグループは別のVPCに移せません。</translation>
    </message>
    <message>
        <source>It is a member of this group already.</source>
        <translation>すでにこのグループのメンバーです。</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Palette</name>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>A network of its own. Drop it on empty ground.</source>
        <translation>独立したネットワークです。何もない場所に置いてください。</translation>
    </message>
    <message>
        <source>Availability Zone</source>
        <translation>アベイラビリティーゾーン</translation>
    </message>
    <message>
        <source>A column of the VPC. Drop it into a VPC; it takes the next zone of the Region.</source>
        <translation>VPCの中の1列です。VPCの中に置くと、リージョンの次のゾーンが割り当てられます。</translation>
    </message>
    <message>
        <source>Public subnet</source>
        <translation>パブリックサブネット</translation>
    </message>
    <message>
        <source>A subnet with a way to and from the internet. Drop it into an Availability Zone.</source>
        <translation>インターネットと双方向に通信できるサブネットです。アベイラビリティーゾーンの中に置いてください。</translation>
    </message>
    <message>
        <source>Private subnet</source>
        <translation>プライベートサブネット</translation>
    </message>
    <message>
        <source>A subnet that the internet cannot reach. Drop it into an Availability Zone.</source>
        <translation>インターネットから到達できないサブネットです。アベイラビリティーゾーンの中に置いてください。</translation>
    </message>
    <message>
        <source>Isolated subnet</source>
        <translation>隔離サブネット</translation>
    </message>
    <message>
        <source>A subnet without any way out. Drop it into an Availability Zone.</source>
        <translation>外への経路がないサブネットです。アベイラビリティーゾーンの中に置いてください。</translation>
    </message>
    <message>
        <source>Internet gateway</source>
        <translation>インターネットゲートウェイ</translation>
    </message>
    <message>
        <source>The VPC&apos;s way to and from the internet. Public subnets are routed to it.</source>
        <translation>VPCとインターネットをつなぐ出入口です。パブリックサブネットのルートはここに向かいます。</translation>
    </message>
    <message>
        <source>NAT gateway</source>
        <translation>NATゲートウェイ</translation>
    </message>
    <message>
        <source>The way out for private subnets, with an Elastic IP. Drop it into a public subnet.</source>
        <translation>プライベートサブネットから外への経路です。Elastic IPが付きます。パブリックサブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>Regional NAT gateway</source>
        <translation>リージョナルNATゲートウェイ</translation>
    </message>
    <message>
        <source>One NAT gateway for all zones of a VPC, without a public subnet.</source>
        <translation>VPCのすべてのゾーンで使う1つのNATゲートウェイです。パブリックサブネットは必要ありません。</translation>
    </message>
    <message>
        <source>Egress-only internet gateway</source>
        <translation>Egress-Onlyインターネットゲートウェイ</translation>
    </message>
    <message>
        <source>The way out for IPv6, with no way in.</source>
        <translation>IPv6専用の外への経路です。外から入ることはできません。</translation>
    </message>
    <message>
        <source>Route table</source>
        <translation>ルートテーブル</translation>
    </message>
    <message>
        <source>Where traffic of a subnet goes. On a subnet it becomes that subnet&apos;s table.</source>
        <translation>サブネットの通信の行き先を決めます。サブネットに置くと、そのサブネットのルートテーブルになります。</translation>
    </message>
    <message>
        <source>Elastic IP</source>
        <translation>Elastic IP</translation>
    </message>
    <message>
        <source>A public address that stays. On a NAT gateway or EC2 instance it is attached to it.</source>
        <translation>変わらないパブリックアドレスです。NATゲートウェイやEC2インスタンスに置くと関連付けられます。</translation>
    </message>
    <message>
        <source>Security group</source>
        <translation>セキュリティグループ</translation>
    </message>
    <message>
        <source>A stateful firewall of its members. On a workload it becomes that workload&apos;s group.</source>
        <translation>メンバーを守るステートフルなファイアウォールです。ワークロードに置くと、そのワークロードのグループになります。</translation>
    </message>
    <message>
        <source>Network ACL</source>
        <translation>ネットワークACL</translation>
    </message>
    <message>
        <source>A stateless gate at the border of subnets. On a subnet it is associated with it.</source>
        <translation>サブネットの境界にあるステートレスな関門です。サブネットに置くと関連付けられます。</translation>
    </message>
    <message>
        <source>Prefix list</source>
        <translation>プレフィックスリスト</translation>
    </message>
    <message>
        <source>A named list of CIDR blocks, for rules and routes.</source>
        <translation>CIDRブロックに名前を付けてまとめたリストです。ルールやルートで使います。</translation>
    </message>
    <message>
        <source>ALB</source>
        <translation>ALB</translation>
    </message>
    <message>
        <source>Application Load Balancer. Drop it into a subnet.</source>
        <translation>Application Load Balancerです。サブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>NLB</source>
        <translation>NLB</translation>
    </message>
    <message>
        <source>Network Load Balancer. Drop it into a subnet.</source>
        <translation>Network Load Balancerです。サブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>ECS service</source>
        <translation>ECSサービス</translation>
    </message>
    <message>
        <source>Containers on Fargate or EC2. Drop it into a subnet.</source>
        <translation>FargateまたはEC2で動くコンテナです。サブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>EC2 instance</source>
        <translation>EC2インスタンス</translation>
    </message>
    <message>
        <source>A virtual server. Drop it into a subnet.</source>
        <translation>仮想サーバーです。サブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>RDS</source>
        <translation>RDS</translation>
    </message>
    <message>
        <source>A relational database. Drop it into a private subnet.</source>
        <translation>リレーショナルデータベースです。プライベートサブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>Lambda function</source>
        <translation>Lambda関数</translation>
    </message>
    <message>
        <source>A function with interfaces in the VPC. Drop it into a private subnet.</source>
        <translation>VPC内にネットワークインターフェイスを持つ関数です。プライベートサブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>ElastiCache</source>
        <translation>ElastiCache</translation>
    </message>
    <message>
        <source>An in-memory store. Drop it into a private subnet.</source>
        <translation>インメモリデータストアです。プライベートサブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>Other workload</source>
        <translation>その他のワークロード</translation>
    </message>
    <message>
        <source>Anything else with a network interface. Drop it into a subnet.</source>
        <translation>ネットワークインターフェイスを持つその他のものです。サブネットの中に置いてください。</translation>
    </message>
    <message>
        <source>Gateway endpoint</source>
        <translation>ゲートウェイエンドポイント</translation>
    </message>
    <message>
        <source>A free way to S3 or DynamoDB through the route tables of a VPC.</source>
        <translation>VPCのルートテーブルを通じてS3やDynamoDBに届く、無料の経路です。</translation>
    </message>
    <message>
        <source>Interface endpoint</source>
        <translation>インターフェイスエンドポイント</translation>
    </message>
    <message>
        <source>A private way to an AWS service (PrivateLink). Drop it into a subnet or a VPC.</source>
        <translation>AWSのサービスへのプライベートな経路（PrivateLink）です。サブネットかVPCの中に置いてください。</translation>
    </message>
    <message>
        <source>VPC peering</source>
        <translation>VPCピアリング</translation>
    </message>
    <message>
        <source>A connection to another VPC.</source>
        <translation>ほかのVPCとの接続です。</translation>
    </message>
    <message>
        <source>Flow log</source>
        <translation>フローログ</translation>
    </message>
    <message>
        <source>Records the traffic of a VPC or subnet.</source>
        <translation>VPCやサブネットのトラフィックを記録します。</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>インターネット</translation>
    </message>
    <message>
        <source>Everyone outside. Drop it on empty ground.</source>
        <translation>外部のすべての相手です。何もない場所に置いてください。</translation>
    </message>
    <message>
        <source>External network</source>
        <translation>外部ネットワーク</translation>
    </message>
    <message>
        <source>Named blocks of addresses outside, like an office. Drop it on empty ground.</source>
        <translation>オフィスなど、外部のアドレスブロックに名前を付けたものです。何もない場所に置いてください。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>セキュリティ</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>ワークロード</translation>
    </message>
    <message>
        <source>Endpoints and more</source>
        <translation>エンドポイントなど</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>外部</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::PlanBar</name>
    <message>
        <source>%1 to add</source>
        <translation>追加%1件</translation>
    </message>
    <message>
        <source>%1 to change</source>
        <translation>変更%1件</translation>
    </message>
    <message>
        <source>%1 to replace</source>
        <translation>置き換え%1件</translation>
    </message>
    <message>
        <source>%1 to destroy</source>
        <translation>削除%1件</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>プラン：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Take the marks out of the drawing</source>
        <translation>図から印を消します</translation>
    </message>
    <message>
        <source>not drawn: %1</source>
        <translation>図にないもの：%1</translation>
    </message>
    <message>
        <source>not drawn: %1 and %2 more</source>
        <translation>図にないもの：%1ほか%2件</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Popover</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::PortText</name>
    <message>
        <source>All traffic</source>
        <translation>すべてのトラフィック</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Removal</name>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n個のルート</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n security group rule(s)</source>
        <translation>
            <numerusform>%n個のセキュリティグループのルール</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network ACL rule(s)</source>
        <translation>
            <numerusform>%n個のネットワークACLのルール</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route table association(s)</source>
        <translation>
            <numerusform>%n個のルートテーブルの関連付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network ACL association(s)</source>
        <translation>
            <numerusform>%n個のネットワークACLの関連付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network interface(s) of workloads</source>
        <translation>
            <numerusform>ワークロードの%n個のネットワークインターフェイス</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s)</source>
        <translation>
            <numerusform>%n個のリスナー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n個の項目</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and name, like: subnet public-1a</comment>
        <translation>%1「%2」</translation>
    </message>
    <message numerus="yes">
        <source>%n further element(s)</source>
        <translation>
            <numerusform>ほか%n個の要素</numerusform>
        </translation>
    </message>
    <message>
        <source>This goes too: %1.</source>
        <translation>次のものも削除されます：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>「%1」を削除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n element(s)</source>
        <translation>
            <numerusform>%n個の要素を削除</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut %1</source>
        <translation>「%1」を切り取り</translation>
    </message>
    <message numerus="yes">
        <source>Cut %n element(s)</source>
        <translation>
            <numerusform>%n個の要素を切り取り</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::RemovalPopover</name>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::SelectTool</name>
    <message>
        <source>Move to Another Container</source>
        <translation>別の枠へ移動</translation>
    </message>
    <message numerus="yes">
        <source>Move %n Element(s)</source>
        <translation>
            <numerusform>%n個の要素を移動</numerusform>
        </translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>サイズを変更</translation>
    </message>
    <message>
        <source>Add to Security Group</source>
        <translation>セキュリティグループに追加</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::ServicePopover</name>
    <message>
        <source>Service, like secretsmanager</source>
        <translation>サービス（例：secretsmanager）</translation>
    </message>
    <message>
        <source>AWS service</source>
        <translation>AWSのサービス</translation>
    </message>
    <message>
        <source>Usual services</source>
        <translation>よく使うサービス</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>「%1」を使う</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Spoken</name>
    <message>
        <source>Public subnet</source>
        <translation>パブリックサブネット</translation>
    </message>
    <message>
        <source>Private subnet</source>
        <translation>プライベートサブネット</translation>
    </message>
    <message>
        <source>Isolated subnet</source>
        <translation>隔離サブネット</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and name, like: Security group ecs</comment>
        <translation>%1「%2」</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>メンバー%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1の中</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a description</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::CodeText</name>
    <message>
        <source>Terraform address</source>
        <translation>Terraformアドレス</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::ComplaintBubble</name>
    <message>
        <source>Use %1</source>
        <comment>a text that is offered</comment>
        <translation>%1を使う</translation>
    </message>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Enter</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::Form</name>
    <message>
        <source>Use %1</source>
        <comment>a text that is offered</comment>
        <translation>%1を使う</translation>
    </message>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Enter</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::Inspector</name>
    <message>
        <source>Change %1</source>
        <comment>undo step; the label of a field</comment>
        <translation>%1を変更</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>What people read in the drawing. No AWS name follows when it changes.</source>
        <translation>図に表示される名前です。変更してもAWS上の名前は変わりません。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>名前を入力してください。</translation>
    </message>
    <message>
        <source>Terraform</source>
        <translation>Terraform</translation>
    </message>
    <message>
        <source>The address of the resource in the exported files.</source>
        <translation>書き出すファイルでのリソースのアドレスです。</translation>
    </message>
    <message>
        <source>Label of %1</source>
        <translation>%1のラベル</translation>
    </message>
    <message>
        <source>Terraform label</source>
        <translation>Terraformのラベル</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>Nameタグ</translation>
    </message>
    <message>
        <source>The tag Name in AWS. {project}, {environment} and {az_letter} are filled in from the settings and the zone.</source>
        <translation>AWSのNameタグです。{project}、{environment}、{az_letter}には、設定とゾーンから値が入ります。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Select something to see its settings.</source>
        <translation>要素を選択すると、その設定が表示されます。</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>The Region of AWS: where everything stands, and whose prices count.</source>
        <translation>AWSのリージョンです。すべてをここに作成し、料金もこのリージョンのもので計算します。</translation>
    </message>
    <message>
        <source>Prices unknown</source>
        <translation>価格不明</translation>
    </message>
    <message>
        <source>Names and tags are made with it: it cannot be empty.</source>
        <translation>名前やタグに使われるため、空にできません。</translation>
    </message>
    <message>
        <source>Stands for {project} in names and tags (project_name).</source>
        <translation>名前やタグの{project}に入る値です（project_name）。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Stands for {environment} in names and tags: dev, stg, prod.</source>
        <translation>名前やタグの{environment}に入る値です。dev、stg、prodなどを指定します。</translation>
    </message>
    <message>
        <source>NAT gateways on</source>
        <translation>NATゲートウェイ：オン</translation>
    </message>
    <message>
        <source>The NAT switch (enable_nat_gateway): off, the NAT gateways stay drawn and cost nothing.</source>
        <translation>NATスイッチ（enable_nat_gateway）です。オフにすると、NATゲートウェイは図に残りますが、料金はかかりません。</translation>
    </message>
    <message>
        <source>Group rules</source>
        <translation>ルールの書き方</translation>
    </message>
    <message>
        <source>How Terraform writes the rules of security groups. One style for all: mixed, they undo each other.</source>
        <translation>セキュリティグループのルールをTerraformでどう書くかを選びます。混在させると互いに打ち消し合うため、全体で1つの書き方に統一します。</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>グループ内に記述</translation>
    </message>
    <message>
        <source>ingress, egress</source>
        <translation>ingress、egress</translation>
    </message>
    <message>
        <source>A resource each</source>
        <translation>個別のリソース</translation>
    </message>
    <message>
        <source>..._ingress_rule</source>
        <translation>..._ingress_rule</translation>
    </message>
    <message>
        <source>Tags of all resources</source>
        <translation>すべてのリソースのタグ</translation>
    </message>
    <message>
        <source>Cut off: its default route goes with the NAT switch, which is off.</source>
        <translation>外への経路なし：デフォルトルートがNATスイッチと連動していて、現在はオフです。</translation>
    </message>
    <message>
        <source>Isolated: no route leads out of the VPC.</source>
        <translation>隔離：VPCの外へ向かうルートがありません。</translation>
    </message>
    <message>
        <source>Public: its default route leads to an internet gateway.</source>
        <translation>パブリック：デフォルトルートがインターネットゲートウェイに向かっています。</translation>
    </message>
    <message>
        <source>Private: it gets out through a NAT gateway, and nobody gets in.</source>
        <translation>プライベート：NATゲートウェイを通って外に出られますが、外からは入れません。</translation>
    </message>
    <message>
        <source>Private: it gets out over IPv6 alone, and nobody gets in.</source>
        <translation>プライベート：IPv6でのみ外に出られますが、外からは入れません。</translation>
    </message>
    <message>
        <source>Private: its default route leads to another network.</source>
        <translation>プライベート：デフォルトルートが別のネットワークに向かっています。</translation>
    </message>
    <message>
        <source>VPC · %1 · %2</source>
        <translation>VPC・%1・%2</translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s)</source>
        <translation>
            <numerusform>%n個のゾーン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subnet(s)</source>
        <translation>
            <numerusform>%n個のサブネット</numerusform>
        </translation>
    </message>
    <message>
        <source>IPv4 CIDR blocks</source>
        <translation>IPv4 CIDRブロック</translation>
    </message>
    <message>
        <source>IPv6 and DNS</source>
        <translation>IPv6とDNS</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Addresses that are all public: subnets get a /64 each of the block.</source>
        <translation>すべてパブリックなアドレスです。サブネットはこのブロックから/64を1つずつ使います。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Amazon-provided</source>
        <translation>Amazon提供</translation>
    </message>
    <message>
        <source>Own block</source>
        <translation>独自のブロック</translation>
    </message>
    <message>
        <source>IPv6 block</source>
        <translation>IPv6ブロック</translation>
    </message>
    <message>
        <source>A block of your own that AWS announces for you.</source>
        <translation>自分で保有し、AWSに広告してもらうブロックです。</translation>
    </message>
    <message>
        <source>DNS resolution</source>
        <translation>DNS解決</translation>
    </message>
    <message>
        <source>Instances may ask the Amazon DNS server. On unless it is switched off.</source>
        <translation>インスタンスがAmazonのDNSサーバーに問い合わせできます。オフにしない限りオンです。</translation>
    </message>
    <message>
        <source>DNS hostnames</source>
        <translation>DNSホスト名</translation>
    </message>
    <message>
        <source>Instances with a public IP get a public DNS name; private DNS of endpoints needs it too.</source>
        <translation>パブリックIPを持つインスタンスにパブリックDNS名が付きます。エンドポイントのプライベートDNSにも必要です。</translation>
    </message>
    <message>
        <source>Availability Zone of %1</source>
        <translation>%1のアベイラビリティーゾーン</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>The zone&apos;s name in AWS, such as ap-northeast-1a: data centres apart from those of the other zones.</source>
        <translation>ap-northeast-1aのような、AWSでのゾーン名です。ゾーンは、ほかのゾーンから離れたデータセンターの集まりです。</translation>
    </message>
    <message>
        <source>Give the name of a zone, like ap-northeast-1a.</source>
        <translation>ap-northeast-1aのようなゾーン名を入力してください。</translation>
    </message>
    <message>
        <source>Subnets</source>
        <translation>サブネット</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Terraform creates nothing for a zone: its name stands in the list of zones.</source>
        <translation>Terraformはゾーン自体のリソースを作成しません。ゾーン名はゾーンの一覧に書き出されます。</translation>
    </message>
    <message>
        <source>Subnet in %1 · %2</source>
        <translation>%1のサブネット・%2</translation>
    </message>
    <message>
        <source>The zone a subnet stands in. Moving it makes AWS replace it.</source>
        <translation>サブネットを置くゾーンです。移動すると、AWSではサブネットが作り直されます。</translation>
    </message>
    <message>
        <source>IPv4 CIDR</source>
        <translation>IPv4 CIDR</translation>
    </message>
    <message>
        <source>The addresses of the subnet, a part of the VPC&apos;s. AWS keeps five of them for itself.</source>
        <translation>サブネットのアドレスです。VPCのアドレスの一部を使います。そのうち5個はAWSが予約します。</translation>
    </message>
    <message>
        <source>Empty for none; the number of the /64 in the block of the VPC (0 to 255), or a block of its own.</source>
        <translation>使わない場合は空にします。使う場合は、VPCのブロック内の/64の番号（0から255）か、独自のブロックを入力します。</translation>
    </message>
    <message>
        <source>A VPC has the blocks 0 to 255 of /64.</source>
        <translation>VPCの/64ブロックの番号は0から255です。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>What the subnet is meant to be: it colours the drawing. What it is, its routes decide.</source>
        <translation>サブネットの意図した役割で、図の色になります。実際の役割はルートで決まります。</translation>
    </message>
    <message>
        <source>Public</source>
        <comment>subnet</comment>
        <translation>パブリック</translation>
    </message>
    <message>
        <source>Private</source>
        <comment>subnet</comment>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>Isolated</source>
        <comment>subnet</comment>
        <translation>隔離</translation>
    </message>
    <message>
        <source>Its routes</source>
        <translation>実際の経路</translation>
    </message>
    <message>
        <source>What the routes make of the subnet, whatever its tier says.</source>
        <translation>区分に関係なく、ルートによって決まるサブネットの実際の役割です。</translation>
    </message>
    <message>
        <source>Public IPv4 at launch</source>
        <translation>起動時にパブリックIPv4を割り当て</translation>
    </message>
    <message>
        <source>Instances that start here get a public IPv4 address by themselves.</source>
        <translation>ここで起動したインスタンスに、パブリックIPv4アドレスを自動で割り当てます。</translation>
    </message>
    <message>
        <source>IPv6 at launch</source>
        <translation>起動時にIPv6を割り当て</translation>
    </message>
    <message>
        <source>Instances that start here get an IPv6 address by themselves.</source>
        <translation>ここで起動したインスタンスに、IPv6アドレスを自動で割り当てます。</translation>
    </message>
    <message>
        <source>Routes and network ACL</source>
        <translation>ルートとネットワークACL</translation>
    </message>
    <message>
        <source>Route table</source>
        <translation>ルートテーブル</translation>
    </message>
    <message>
        <source>Where traffic that leaves the subnet goes.</source>
        <translation>サブネットから出る通信の行き先を決めます。</translation>
    </message>
    <message>
        <source>Main route table</source>
        <translation>メインルートテーブル</translation>
    </message>
    <message>
        <source>of the VPC</source>
        <translation>VPCの既定</translation>
    </message>
    <message>
        <source>main</source>
        <comment>route table</comment>
        <translation>メイン</translation>
    </message>
    <message>
        <source>Network ACL</source>
        <translation>ネットワークACL</translation>
    </message>
    <message>
        <source>Which traffic may cross the border of the subnet at all. It knows no replies.</source>
        <translation>サブネットの境界を越えてよい通信を決めます。応答も自動では通しません。</translation>
    </message>
    <message>
        <source>Default network ACL</source>
        <translation>デフォルトネットワークACL</translation>
    </message>
    <message>
        <source>Internet gateway of %1</source>
        <translation>%1のインターネットゲートウェイ</translation>
    </message>
    <message>
        <source>Internet gateway · attached to no VPC</source>
        <translation>インターネットゲートウェイ・VPCに未アタッチ</translation>
    </message>
    <message>
        <source>The VPC it is attached to. A VPC has one internet gateway at most.</source>
        <translation>アタッチ先のVPCです。1つのVPCにアタッチできるインターネットゲートウェイは1つだけです。</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用元</translation>
    </message>
    <message>
        <source>The route tables that lead here.</source>
        <translation>ここに向かうルートを持つルートテーブルです。</translation>
    </message>
    <message>
        <source>No route leads here yet.</source>
        <translation>ここに向かうルートはまだありません。</translation>
    </message>
    <message>
        <source>Free of charge. Subnets whose default route leads here are public.</source>
        <translation>無料です。デフォルトルートがここに向かうサブネットはパブリックになります。</translation>
    </message>
    <message>
        <source>Egress-only internet gateway of %1</source>
        <translation>%1のEgress-Onlyインターネットゲートウェイ</translation>
    </message>
    <message>
        <source>The VPC it serves.</source>
        <translation>使用するVPCです。</translation>
    </message>
    <message>
        <source>Free of charge. Lets IPv6 traffic out and its replies in, and nothing that begins outside.</source>
        <translation>無料です。外へのIPv6通信とその応答だけを通し、外から始まる通信は通しません。</translation>
    </message>
    <message>
        <source>Route table of %1 · %2</source>
        <translation>%1のルートテーブル・%2</translation>
    </message>
    <message>
        <source>Associated</source>
        <translation>関連付け</translation>
    </message>
    <message>
        <source>The subnets that use this table. A subnet uses one table only.</source>
        <translation>このルートテーブルを使うサブネットです。1つのサブネットが使うルートテーブルは1つだけです。</translation>
    </message>
    <message>
        <source>Uses %1 now.</source>
        <translation>現在は「%1」を使っています。</translation>
    </message>
    <message>
        <source>Main route table of the VPC</source>
        <translation>VPCのメインルートテーブル</translation>
    </message>
    <message>
        <source>Subnets that are associated with no table use the main one.</source>
        <translation>どのルートテーブルにも関連付けられていないサブネットは、メインルートテーブルを使います。</translation>
    </message>
    <message>
        <source>Public</source>
        <comment>NAT gateway</comment>
        <translation>パブリック</translation>
    </message>
    <message>
        <source>zonal, to the internet</source>
        <translation>ゾーン単位、インターネット向け</translation>
    </message>
    <message>
        <source>Private</source>
        <comment>NAT gateway</comment>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>zonal, to other networks</source>
        <translation>ゾーン単位、ほかのネットワーク向け</translation>
    </message>
    <message>
        <source>Regional</source>
        <comment>NAT gateway</comment>
        <translation>リージョナル</translation>
    </message>
    <message>
        <source>for the whole VPC</source>
        <translation>VPC全体用</translation>
    </message>
    <message>
        <source>NAT gateway in %1 · switched off</source>
        <translation>%1のNATゲートウェイ・オフ</translation>
    </message>
    <message>
        <source>NAT gateway in %1</source>
        <translation>%1のNATゲートウェイ</translation>
    </message>
    <message>
        <source>Still in your design. Terraform creates no NAT gateway, no Elastic IP and no private default route.</source>
        <translation>設計には残っています。Terraformは、NATゲートウェイ、Elastic IP、プライベートサブネットのデフォルトルートを作成しません。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>Public: out to the internet with an Elastic IP. Private: out to other networks. Regional: one for all zones.</source>
        <translation>パブリック：Elastic IPを使ってインターネットに出ます。プライベート：ほかのネットワークに出ます。リージョナル：すべてのゾーンで1つを使います。</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>サブネット</translation>
    </message>
    <message>
        <source>Where it stands: a public NAT gateway in a public subnet.</source>
        <translation>配置先です。パブリックのNATゲートウェイはパブリックサブネットに置きます。</translation>
    </message>
    <message>
        <source>The VPC that the regional NAT gateway serves.</source>
        <translation>リージョナルNATゲートウェイを使うVPCです。</translation>
    </message>
    <message>
        <source>Elastic IPs</source>
        <translation>Elastic IP</translation>
    </message>
    <message>
        <source>The public addresses that its traffic comes from; the first is the primary one.</source>
        <translation>外への通信の送信元になるパブリックアドレスです。先頭がプライマリです。</translation>
    </message>
    <message>
        <source>Private IP</source>
        <translation>プライベートIP</translation>
    </message>
    <message>
        <source>Its address inside the subnet. Empty: AWS chooses one.</source>
        <translation>サブネット内でのアドレスです。空にするとAWSが選びます。</translation>
    </message>
    <message>
        <source>AWS chooses</source>
        <translation>AWSが選択</translation>
    </message>
    <message>
        <source>On the NAT switch</source>
        <translation>NATスイッチと連動</translation>
    </message>
    <message>
        <source>It exists only while the NAT gateways are switched on (enable_nat_gateway).</source>
        <translation>NATゲートウェイがオンの間だけ存在します（enable_nat_gateway）。</translation>
    </message>
    <message>
        <source>Elastic IP · not in use</source>
        <translation>Elastic IP・未使用</translation>
    </message>
    <message>
        <source>Elastic IP of %1</source>
        <translation>%1のElastic IP</translation>
    </message>
    <message>
        <source>A public IPv4 address costs the same whether it is in use or not.</source>
        <translation>パブリックIPv4アドレスの料金は、使用中でも未使用でも同じです。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a member of a group and its zones</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a kind of workload and its name</comment>
        <translation>%1「%2」</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>円</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>四角形</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>ひし形</translation>
    </message>
    <message>
        <source>Hexagon</source>
        <translation>六角形</translation>
    </message>
    <message>
        <source>Pentagon</source>
        <translation>五角形</translation>
    </message>
    <message>
        <source>Octagon</source>
        <translation>八角形</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>盾形</translation>
    </message>
    <message>
        <source>Slant</source>
        <translation>平行四辺形</translation>
    </message>
    <message>
        <source>hollow</source>
        <translation>中抜き</translation>
    </message>
    <message>
        <source>By order</source>
        <translation>自動（並び順）</translation>
    </message>
    <message>
        <source>Security group · %1 · stateful</source>
        <translation>セキュリティグループ・%1・ステートフル</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>メンバー%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>AWS name</source>
        <translation>AWS上の名前</translation>
    </message>
    <message>
        <source>GroupName in AWS, ASCII. {project} and {environment} are filled in. A new name makes AWS replace the group.</source>
        <translation>AWSでのGroupNameで、ASCII文字だけが使えます。{project}と{environment}には値が入ります。名前を変えると、AWSではグループが作り直されます。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>メンバー</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>メンバーを追加</translation>
    </message>
    <message>
        <source>Who stands behind the group: its rules hold for their network interfaces.</source>
        <translation>このグループに属するものです。ルールは、そのネットワークインターフェイスに適用されます。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Stands in AWS and cannot be changed there: a new one makes AWS replace the group.</source>
        <translation>AWSに登録され、後から変更できません。変えると、AWSではグループが作り直されます。</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>マーク</translation>
    </message>
    <message>
        <source>The colour and shape by which the drawing tells groups apart.</source>
        <translation>図でグループを見分けるための色と形です。</translation>
    </message>
    <message>
        <source>Default group of the VPC</source>
        <translation>VPCのデフォルトグループ</translation>
    </message>
    <message>
        <source>The group that AWS made with the VPC; Terraform takes it over instead of making one.</source>
        <translation>VPCと一緒にAWSが作ったグループです。Terraformは新しく作らず、これを引き継いで管理します。</translation>
    </message>
    <message>
        <source>Network ACL · %1 · stateless</source>
        <translation>ネットワークACL・%1・ステートレス</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>The subnets whose border it guards. Another ACL of a subnet gives way: a subnet has one.</source>
        <translation>このACLが境界を守るサブネットです。1つのサブネットのACLは1つだけなので、選ぶとほかのACLは外れます。</translation>
    </message>
    <message>
        <source>Guarded by %1 now.</source>
        <translation>現在は「%1」が守っています。</translation>
    </message>
    <message>
        <source>Guarded by the default ACL of the VPC, which lets all pass.</source>
        <translation>現在はVPCのデフォルトACLが適用され、すべての通信が通ります。</translation>
    </message>
    <message>
        <source>Only drawn</source>
        <translation>図のみ</translation>
    </message>
    <message>
        <source>Associations that are kept in the drawing but are not in force. Untick one to forget it.</source>
        <translation>図に残っていますが、有効ではない関連付けです。チェックを外すと削除されます。</translation>
    </message>
    <message>
        <source>A subnet that is not ticked is guarded by another ACL, or by the default one. What is only drawn is neither exported nor counted.</source>
        <translation>チェックのないサブネットは、別のACLかデフォルトACLが守ります。図だけの関連付けは、書き出しにも集計にも含まれません。</translation>
    </message>
    <message>
        <source>Default ACL of the VPC</source>
        <translation>VPCのデフォルトACL</translation>
    </message>
    <message>
        <source>The ACL that AWS made with the VPC; Terraform takes it over instead of making one.</source>
        <translation>VPCと一緒にAWSが作ったACLです。Terraformは新しく作らず、これを引き継いで管理します。</translation>
    </message>
    <message>
        <source>Prefix list · %1</source>
        <translation>プレフィックスリスト・%1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n個のエントリ</numerusform>
        </translation>
    </message>
    <message>
        <source>Prefix list of AWS</source>
        <translation>AWSのプレフィックスリスト</translation>
    </message>
    <message>
        <source>AWS list</source>
        <translation>AWSのリスト</translation>
    </message>
    <message>
        <source>The name of a list that AWS keeps, such as com.amazonaws.{region}.s3.</source>
        <translation>com.amazonaws.{region}.s3のような、AWSが管理するリストの名前です。</translation>
    </message>
    <message>
        <source>Give the name of a list, like com.amazonaws.{region}.s3.</source>
        <translation>com.amazonaws.{region}.s3のようなリスト名を入力してください。</translation>
    </message>
    <message>
        <source>The name of the list in AWS. {project} and {environment} are filled in.</source>
        <translation>AWSでのリストの名前です。{project}と{environment}には値が入ります。</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>アドレスファミリー</translation>
    </message>
    <message>
        <source>A list holds blocks of one family only.</source>
        <translation>1つのリストに入れられるのは、同じアドレスファミリーのブロックだけです。</translation>
    </message>
    <message>
        <source>Max entries</source>
        <translation>最大エントリ数</translation>
    </message>
    <message>
        <source>How many rules the list counts for in a group or table that uses it.</source>
        <translation>このリストを使うグループやルートテーブルで、何個分のルールとして数えられるかを表します。</translation>
    </message>
    <message>
        <source>Write a number from 1 to 1000.</source>
        <translation>1から1000の数字を入力してください。</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>エントリ</translation>
    </message>
    <message>
        <source>Gateway endpoint of %1</source>
        <translation>%1のゲートウェイエンドポイント</translation>
    </message>
    <message>
        <source>Interface endpoint of %1</source>
        <translation>%1のインターフェイスエンドポイント</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>What it leads to, in short (s3, ecr.api) or in full (com.amazonaws.…).</source>
        <translation>接続先のサービスです。短い名前（s3、ecr.api）か完全な名前（com.amazonaws.…）を入力します。</translation>
    </message>
    <message>
        <source>Give a service, like s3 or ecr.api.</source>
        <translation>s3やecr.apiのようなサービス名を入力してください。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>タイプ</translation>
    </message>
    <message>
        <source>A gateway endpoint is a route and free, for S3 and DynamoDB. An interface endpoint is an address in the subnets and costs by the hour.</source>
        <translation>ゲートウェイエンドポイントはS3とDynamoDB用のルートで、無料です。インターフェイスエンドポイントはサブネット内のアドレスで、時間単位で料金がかかります。</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>ゲートウェイ</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>インターフェイス</translation>
    </message>
    <message>
        <source>Route tables</source>
        <translation>ルートテーブル</translation>
    </message>
    <message>
        <source>The tables that get a route to the service.</source>
        <translation>サービスへのルートを追加するルートテーブルです。</translation>
    </message>
    <message>
        <source>Where it has an address, one a zone; each zone is paid for.</source>
        <translation>アドレスを置くサブネットです。1つのゾーンに1つまでで、ゾーンごとに料金がかかります。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>The security groups of its addresses: they must let HTTPS in from who uses it.</source>
        <translation>エンドポイントのアドレスに付けるセキュリティグループです。利用元からのHTTPSを許可する必要があります。</translation>
    </message>
    <message>
        <source>Private DNS</source>
        <translation>プライベートDNS</translation>
    </message>
    <message>
        <source>The service&apos;s usual name leads to the endpoint. It needs DNS resolution and hostnames of the VPC.</source>
        <translation>サービスの通常の名前でエンドポイントに接続できます。VPCのDNS解決とDNSホスト名が必要です。</translation>
    </message>
    <message>
        <source>AWS default</source>
        <translation>AWSの既定値</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>リクエスタ</translation>
    </message>
    <message>
        <source>The VPC that asks for the connection.</source>
        <translation>接続をリクエストする側のVPCです。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>アクセプタ</translation>
    </message>
    <message>
        <source>The VPC that accepts it, of this design or outside it.</source>
        <translation>接続を承認する側のVPCです。この設計のVPCでも、設計外のVPCでもかまいません。</translation>
    </message>
    <message>
        <source>VPC outside the design</source>
        <translation>設計外のVPC</translation>
    </message>
    <message>
        <source>VPC id</source>
        <translation>VPC ID</translation>
    </message>
    <message>
        <source>Like vpc-0123456789abcdef0.</source>
        <translation>vpc-0123456789abcdef0のように入力してください。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>The 12 digits of the account that has it. Empty: the same account.</source>
        <translation>VPCを所有するアカウントの12桁の番号です。空にすると同じアカウントになります。</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>Empty: the same Region.</source>
        <translation>空にすると同じリージョンになります。</translation>
    </message>
    <message>
        <source>CIDR blocks</source>
        <translation>CIDRブロック</translation>
    </message>
    <message>
        <source>The blocks of the VPC outside, with commas between them.</source>
        <translation>設計外のVPCのブロックです。カンマで区切って入力します。</translation>
    </message>
    <message>
        <source>Accept by itself</source>
        <translation>自動で承認</translation>
    </message>
    <message>
        <source>Terraform accepts the connection too. Only where both VPCs are of one account and Region.</source>
        <translation>Terraformが接続の承認も行います。両方のVPCが同じアカウントと同じリージョンにある場合だけ使えます。</translation>
    </message>
    <message>
        <source>Both sides need routes to the other, and their blocks must not overlap.</source>
        <translation>双方に相手へのルートが必要で、ブロックが重なってはいけません。</translation>
    </message>
    <message>
        <source>Write a whole number, or nothing for the default.</source>
        <translation>整数を入力してください。空にすると既定値になります。</translation>
    </message>
    <message>
        <source>Flow log of %1</source>
        <translation>%1のフローログ</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>記録対象</translation>
    </message>
    <message>
        <source>Whose traffic is written down.</source>
        <translation>トラフィックを記録するVPCまたはサブネットです。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Which of it: what was let through, what was refused, or both.</source>
        <translation>記録するトラフィックです。許可されたもの、拒否されたもの、またはその両方から選びます。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>出力先</translation>
    </message>
    <message>
        <source>A log group of CloudWatch Logs, made with its role, or a bucket of S3.</source>
        <translation>CloudWatch Logsのロググループ（ロールも一緒に作成されます）か、S3バケットです。</translation>
    </message>
    <message>
        <source>Log group</source>
        <translation>ロググループ</translation>
    </message>
    <message>
        <source>The name of the log group. {project} and {environment} are filled in.</source>
        <translation>ロググループの名前です。{project}と{environment}には値が入ります。</translation>
    </message>
    <message>
        <source>Kept, days</source>
        <translation>保持日数</translation>
    </message>
    <message>
        <source>After how many days entries are deleted. Empty: never.</source>
        <translation>ログを何日後に削除するかを指定します。空にすると削除されません。</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>Bucket ARN</source>
        <translation>バケットのARN</translation>
    </message>
    <message>
        <source>The bucket, with a folder behind it if you like: arn:aws:s3:::name/folder/.</source>
        <translation>バケットのARNです。arn:aws:s3:::name/folder/のように、後ろにフォルダーも付けられます。</translation>
    </message>
    <message>
        <source>Interval, s</source>
        <translation>集約間隔（秒）</translation>
    </message>
    <message>
        <source>Over how many seconds traffic is added up: 60 or 600. Empty: 600.</source>
        <translation>トラフィックを何秒ごとに集約するかを60か600で指定します。空にすると600になります。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What it is: the drawing shows its icon.</source>
        <translation>ワークロードの種類です。図に種類のアイコンが表示されます。</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>補足</translation>
    </message>
    <message>
        <source>The second line under the name in the drawing, such as Fargate.</source>
        <translation>図で名前の下に表示される2行目です（例：Fargate）。</translation>
    </message>
    <message>
        <source>Not exported: Sekisho exports the network around it.</source>
        <translation>書き出されません。Sekishoが書き出すのは、周りのネットワークです。</translation>
    </message>
    <message>
        <source>Where it has network interfaces.</source>
        <translation>ネットワークインターフェイスを置くサブネットです。</translation>
    </message>
    <message>
        <source>The security groups of all its interfaces: their rules are added together.</source>
        <translation>すべてのインターフェイスに付けるセキュリティグループです。ルールは合わせて適用されます。</translation>
    </message>
    <message>
        <source>Internet-facing</source>
        <translation>インターネット向け</translation>
    </message>
    <message>
        <source>The load balancer has public addresses; otherwise it is internal.</source>
        <translation>ロードバランサーがパブリックアドレスを持ちます。オフの場合は内部向けになります。</translation>
    </message>
    <message>
        <source>Ports served</source>
        <translation>待ち受けポート</translation>
    </message>
    <message>
        <source>What it listens on, with commas between: 8080, udp/53.</source>
        <translation>待ち受けるポートです。8080, udp/53のように、カンマで区切って入力します。</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>リスナー</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>必要な通信</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>通信要件</translation>
    </message>
    <message>
        <source>What it must be able to reach: Sekisho warns when it cannot.</source>
        <translation>ワークロードに必要な通信です。通信できない場合はSekishoが警告します。</translation>
    </message>
    <message>
        <source>The internet</source>
        <translation>インターネット</translation>
    </message>
    <message>
        <source>A network outside</source>
        <translation>外部ネットワーク</translation>
    </message>
    <message>
        <source>The blocks it has, with commas between them. Empty: the whole internet.</source>
        <translation>ネットワークのブロックです。カンマで区切って入力します。空にするとインターネット全体になります。</translation>
    </message>
    <message>
        <source>Not exported: it stands for who talks to the network from outside.</source>
        <translation>書き出されません。外部からネットワークと通信する相手を表します。</translation>
    </message>
    <message>
        <source>In AWS</source>
        <translation>AWSの状態</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>ID: nat-0123</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1をコピー</translation>
    </message>
    <message>
        <source>Change the Terraform address. Terraform is told by a moved block, so nothing is replaced.</source>
        <translation>Terraformのアドレスを変更します。movedブロックでTerraformに伝えるので、何も置き換えられません。</translation>
    </message>
    <message>
        <source>Change the Terraform address</source>
        <translation>Terraformのアドレスを変更</translation>
    </message>
    <message>
        <source>Form of %1</source>
        <translation>%1の形式</translation>
    </message>
    <message>
        <source>How terraform tells the resources under this label from each other.</source>
        <translation>このラベルのリソースをterraformがどう区別するかです。</translation>
    </message>
    <message>
        <source>A single resource</source>
        <translation>単一のリソース</translation>
    </message>
    <message>
        <source>count: by position, [0]</source>
        <translation>count：位置で区別、[0]</translation>
    </message>
    <message>
        <source>for_each: by key, [&quot;a&quot;]</source>
        <translation>for_each：キーで区別、[&quot;a&quot;]</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>アドレスの形式</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>addresses of a NAT gateway</comment>
        <translation>自動</translation>
    </message>
    <message>
        <source>By hand</source>
        <comment>addresses of a NAT gateway</comment>
        <translation>手動</translation>
    </message>
    <message>
        <source>Elastic IPs for each zone</source>
        <translation>ゾーンごとにElastic IPを指定</translation>
    </message>
    <message>
        <source>Add Elastic IP</source>
        <translation>Elastic IPを追加</translation>
    </message>
    <message>
        <source>%1 · primary</source>
        <comment>an Elastic IP</comment>
        <translation>%1・プライマリ</translation>
    </message>
    <message>
        <source>New Elastic IP</source>
        <translation>新しいElastic IP</translation>
    </message>
    <message>
        <source>“%1” is no IPv4 address. Write it like 10.0.1.10.</source>
        <translation>「%1」はIPv4アドレスではありません。10.0.1.10のように入力してください。</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Automatic: AWS makes an Elastic IP in each zone where there is traffic. By hand: those that you choose, for the zones that you choose.</source>
        <translation>自動：通信のある各ゾーンに、AWSがElastic IPを用意します。手動：使うゾーンとElastic IPを自分で指定します。</translation>
    </message>
    <message>
        <source>This project</source>
        <comment>who keeps a prefix list</comment>
        <translation>このプロジェクト</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>A list of your own, with the entries below, or one whose entries AWS keeps.</source>
        <translation>下のエントリを持つ自分のリストか、AWSがエントリを管理するリストかを選びます。</translation>
    </message>
    <message>
        <source>Network interfaces</source>
        <translation>ネットワークインターフェイス</translation>
    </message>
    <message>
        <source>AWS (%1)</source>
        <translation>AWS（%1）</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::InterfacesModel</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>a public IP address</comment>
        <translation>あり</translation>
    </message>
    <message>
        <source>No</source>
        <comment>a public IP address</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>By subnet: yes</source>
        <translation>サブネットに従う：あり</translation>
    </message>
    <message>
        <source>By subnet: no</source>
        <translation>サブネットに従う：なし</translation>
    </message>
    <message>
        <source>By subnet</source>
        <translation>サブネットに従う</translation>
    </message>
    <message>
        <source>Its address in the subnet. Empty: AWS chooses one.</source>
        <translation>サブネット内のアドレスです。空欄の場合はAWSが割り当てます。</translation>
    </message>
    <message>
        <source>A public address at launch, as its subnet says or by its own setting; or an Elastic IP, which stays.</source>
        <translation>起動時のパブリックアドレスです。サブネットの設定に従うか、個別に指定します。Elastic IPを選ぶと固定されます。</translation>
    </message>
    <message>
        <source>New Elastic IP</source>
        <translation>新しいElastic IP</translation>
    </message>
    <message>
        <source>“%1” is no subnet of this design. Choose one from the list.</source>
        <translation>「%1」というサブネットはこの設計にありません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>“%1” is no IP address. Write it like 10.0.1.10.</source>
        <translation>「%1」はIPアドレスではありません。10.0.1.10のように入力してください。</translation>
    </message>
    <message>
        <source>“%1” is no Elastic IP of this design. Choose one from the list, or write Yes or No.</source>
        <translation>「%1」というElastic IPはこの設計にありません。一覧から選ぶか、「あり」または「なし」と入力してください。</translation>
    </message>
    <message>
        <source>%1 has this Elastic IP already. One address serves one only.</source>
        <translation>このElastic IPはすでに「%1」が使っています。1つのアドレスを使えるのは1か所だけです。</translation>
    </message>
    <message>
        <source>Add network interface</source>
        <translation>ネットワークインターフェイスを追加</translation>
    </message>
    <message>
        <source>Change network interface</source>
        <translation>ネットワークインターフェイスを変更</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n network interface(s)</source>
        <translation>
            <numerusform>%n個のネットワークインターフェイスを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n network interface(s)</source>
        <translation>
            <numerusform>%n個のネットワークインターフェイスを複製</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n network interface(s)</source>
        <translation>
            <numerusform>%n個のネットワークインターフェイスを貼り付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interface(s)</source>
        <translation>
            <numerusform>%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>It stands in no subnet yet.</source>
        <translation>まだどのサブネットにも置かれていません。</translation>
    </message>
    <message>
        <source>Add interface</source>
        <translation>インターフェイスを追加</translation>
    </message>
    <message>
        <source>By scheme: yes</source>
        <translation>スキームに従う：あり</translation>
    </message>
    <message>
        <source>By scheme: no</source>
        <translation>スキームに従う：なし</translation>
    </message>
    <message>
        <source>By scheme</source>
        <translation>スキームに従う</translation>
    </message>
    <message>
        <source>Public addresses, if the load balancer faces the internet; or an Elastic IP, which stays.</source>
        <translation>インターネット向けのロードバランサーには、パブリックアドレスが割り当てられます。Elastic IPを選ぶと固定されます。</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::ListenersModel</name>
    <message>
        <source>The port that health checks ask. Empty: the target port.</source>
        <translation>ヘルスチェックに使うポートです。空にするとターゲットポートになります。</translation>
    </message>
    <message>
        <source>Port</source>
        <comment>the port of a listener&apos;s target</comment>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Health</source>
        <comment>the port that health checks ask</comment>
        <translation>ヘルスチェック</translation>
    </message>
    <message>
        <source>“%1” is no port. Write a number from 1 to 65535.</source>
        <translation>「%1」はポートではありません。1から65535の数字を入力してください。</translation>
    </message>
    <message>
        <source>“%1” is no workload of this design. Choose one from the list.</source>
        <translation>この設計にワークロード「%1」はありません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>Add listener</source>
        <translation>リスナーを追加</translation>
    </message>
    <message>
        <source>Change listener</source>
        <translation>リスナーを変更</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n listener(s)</source>
        <translation>
            <numerusform>%n個のリスナーを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n listener(s)</source>
        <translation>
            <numerusform>%n個のリスナーを貼り付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listener(s)</source>
        <translation>
            <numerusform>%n個のリスナー</numerusform>
        </translation>
    </message>
    <message>
        <source>The load balancer listens on no port yet.</source>
        <translation>ロードバランサーが待ち受けるポートはまだありません。</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::Lists</name>
    <message>
        <source>%1 and %2</source>
        <comment>the last of a list</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::NatAddressesModel</name>
    <message>
        <source>The zone whose traffic leaves by this address.</source>
        <translation>このアドレスから外に出るゾーンです。</translation>
    </message>
    <message>
        <source>The public address; each zone may have several.</source>
        <translation>パブリックアドレスです。1つのゾーンに複数を指定できます。</translation>
    </message>
    <message>
        <source>New Elastic IP</source>
        <translation>新しいElastic IP</translation>
    </message>
    <message>
        <source>“%1” is no zone of this design. Choose one from the list.</source>
        <translation>「%1」というゾーンはこの設計にありません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>Each row needs an address. Delete the row if it is not wanted.</source>
        <translation>各行にアドレスが必要です。不要な場合は行を削除してください。</translation>
    </message>
    <message>
        <source>“%1” is no Elastic IP of this design. Choose one from the list.</source>
        <translation>「%1」というElastic IPはこの設計にありません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>%1 has this Elastic IP already. One address serves one only.</source>
        <translation>このElastic IPはすでに「%1」が使っています。1つのアドレスを使えるのは1か所だけです。</translation>
    </message>
    <message>
        <source>Add address of a zone</source>
        <translation>ゾーンのアドレスを追加</translation>
    </message>
    <message>
        <source>Change address of a zone</source>
        <translation>ゾーンのアドレスを変更</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n address(es) of zones</source>
        <translation>
            <numerusform>ゾーンのアドレスを%n個削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n address(es) of zones</source>
        <translation>
            <numerusform>ゾーンのアドレスを%n個複製</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n address(es) of zones</source>
        <translation>
            <numerusform>ゾーンのアドレスを%n個貼り付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n個のアドレス</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic: AWS makes an address in each zone where there is traffic. Add one to choose them yourself.</source>
        <translation>自動：通信のある各ゾーンに、AWSがアドレスを用意します。追加すると、自分で指定できます。</translation>
    </message>
    <message>
        <source>Add address</source>
        <translation>アドレスを追加</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::NetworkAclRulesModel</name>
    <message>
        <source>Allow</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Denies what no rule above decides. The * rows cannot be changed or removed.</source>
        <translation>上のどのルールにも当てはまらない通信を拒否します。*の行は変更も削除もできません。</translation>
    </message>
    <message>
        <source>The rule with the lowest number that fits decides.</source>
        <translation>当てはまるルールのうち、番号が最も小さいものが適用されます。</translation>
    </message>
    <message>
        <source>The CIDR block of the VPC. The rule follows when the block changes.</source>
        <translation>VPCのCIDRブロックです。ブロックを変更すると、ルールにも反映されます。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>From</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>To</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>The * rows cannot be changed or removed.</source>
        <translation>*の行は変更も削除もできません。</translation>
    </message>
    <message>
        <source>“%1” is no rule number. Write a number from 1 to %2.</source>
        <translation>「%1」はルール番号ではありません。1から%2の番号を入力してください。</translation>
    </message>
    <message>
        <source>“%1” is neither Allow nor Deny.</source>
        <translation>「%1」は許可でも拒否でもありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n個のルール</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing gets in yet.</source>
        <translation>まだ何も通しません。</translation>
    </message>
    <message>
        <source>Nothing gets out yet.</source>
        <translation>まだ何も外に出しません。</translation>
    </message>
    <message>
        <source>Add inbound rule</source>
        <translation>インバウンドルールを追加</translation>
    </message>
    <message>
        <source>Add outbound rule</source>
        <translation>アウトバウンドルールを追加</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::Peers</name>
    <message>
        <source>Self</source>
        <comment>the group of the rule itself</comment>
        <translation>自グループ</translation>
    </message>
    <message>
        <source>My VPC</source>
        <translation>自分のVPC</translation>
    </message>
    <message>
        <source>Anywhere IPv4</source>
        <translation>Anywhere-IPv4</translation>
    </message>
    <message>
        <source>Anywhere IPv6</source>
        <translation>Anywhere-IPv6</translation>
    </message>
    <message>
        <source>“%1” is no security group, prefix list or CIDR block. Choose one from the list, or write a block like 10.0.0.0/16.</source>
        <translation>「%1」は、セキュリティグループ、プレフィックスリスト、CIDRブロックのどれでもありません。一覧から選ぶか、10.0.0.0/16のようなブロックを入力してください。</translation>
    </message>
    <message>
        <source>“%1” is no gateway, endpoint or peering of this design. Choose one from the list, or write the id of something that is not drawn, like tgw-0123456789abcdef0.</source>
        <translation>「%1」は、この設計のゲートウェイ、エンドポイント、ピアリング接続のどれでもありません。一覧から選ぶか、図にないもののIDをtgw-0123456789abcdef0のように入力してください。</translation>
    </message>
    <message>
        <source>“%1” is IPv6. Write an IPv4 block here, like 10.0.1.0/24.</source>
        <translation>「%1」はIPv6です。ここには10.0.1.0/24のようなIPv4のCIDRブロックを入力してください。</translation>
    </message>
    <message>
        <source>“%1” is IPv4. Write an IPv6 block here, like 2001:db8::/64.</source>
        <translation>「%1」はIPv4です。ここには2001:db8::/64のようなIPv6のCIDRブロックを入力してください。</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::PrefixEntriesModel</name>
    <message>
        <source>Add entry</source>
        <translation>エントリを追加</translation>
    </message>
    <message>
        <source>Change entry</source>
        <translation>エントリを変更</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entries</source>
        <translation>
            <numerusform>%n個のエントリを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n entries</source>
        <translation>
            <numerusform>%n個のエントリを貼り付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n個のエントリ</numerusform>
        </translation>
    </message>
    <message>
        <source>AWS keeps the entries of this list.</source>
        <translation>このリストのエントリはAWSが管理しています。</translation>
    </message>
    <message>
        <source>The list names no addresses yet.</source>
        <translation>リストにアドレスはまだありません。</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::RoutesModel</name>
    <message>
        <source>IPv6 of the VPC</source>
        <translation>VPCのIPv6</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>status of a route</comment>
        <translation>アクティブ</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>status of a route</comment>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Blackhole</source>
        <comment>status of a route</comment>
        <translation>ブラックホール</translation>
    </message>
    <message>
        <source>AWS adds this route: everything in the VPC reaches everything in it. It cannot be changed.</source>
        <translation>AWSが追加するルートです。VPC内のすべてのものが互いに到達できます。変更はできません。</translation>
    </message>
    <message>
        <source>Whether this route exists only while the NAT gateways are switched on.</source>
        <translation>このルートを、NATゲートウェイがオンの間だけ存在させるかどうかです。</translation>
    </message>
    <message>
        <source>The NAT gateways are switched off: Terraform creates no such route.</source>
        <translation>NATゲートウェイがオフのため、Terraformはこのルートを作成しません。</translation>
    </message>
    <message>
        <source>The target is not there: what takes this route is lost.</source>
        <translation>ターゲットが存在しないため、このルートを通る通信は失われます。</translation>
    </message>
    <message>
        <source>Add route</source>
        <translation>ルートを追加</translation>
    </message>
    <message>
        <source>Change route</source>
        <translation>ルートを変更</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n route(s)</source>
        <translation>
            <numerusform>%n個のルートを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n route(s)</source>
        <translation>
            <numerusform>%n個のルートを複製</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n route(s)</source>
        <translation>
            <numerusform>%n個のルートを貼り付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n個のルート</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a route nothing leaves the VPC.</source>
        <translation>ルートがないと、何もVPCの外に出られません。</translation>
    </message>
    <message>
        <source>%1 (prefix list)</source>
        <translation>%1（プレフィックスリスト）</translation>
    </message>
    <message>
        <source>AWS adds this route for the gateway endpoint: to the addresses of the service, as its prefix list names them. It goes when the endpoint leaves the table.</source>
        <translation>ゲートウェイエンドポイントのためにAWSが追加するルートです。宛先は、サービスのプレフィックスリストにあるアドレスです。エンドポイントをテーブルから外すとなくなります。</translation>
    </message>
    <message>
        <source>AWS adds this route: it cannot be changed here.</source>
        <translation>AWSが追加するルートのため、ここでは変更できません。</translation>
    </message>
    <message>
        <source>Reorder routes</source>
        <translation>ルートを並べ替え</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::RuleEditor</name>
    <message>
        <source>Routes</source>
        <translation>ルート</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>インバウンドルール</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>アウトバウンドルール</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a table and how many rows it has</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Replies to allowed traffic always pass. You need no rule for them.</source>
        <translation>許可した通信への応答は必ず通ります。応答のためのルールは必要ありません。</translation>
    </message>
    <message>
        <source>Replies need rules of their own: allow the ports 1024-65535 in the other direction. The * rows cannot be changed or removed.</source>
        <translation>応答を通すルールも必要です。逆方向のポート1024-65535を許可してください。*の行は変更も削除もできません。</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::RuleTable</name>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上に移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下に移動</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::SecurityGroupRulesModel</name>
    <message>
        <source>The group itself: its members may talk to each other.</source>
        <translation>このグループ自身です。メンバー同士の通信を許可します。</translation>
    </message>
    <message>
        <source>The CIDR block of the VPC. The rule follows when the block changes.</source>
        <translation>VPCのCIDRブロックです。ブロックを変更すると、ルールにも反映されます。</translation>
    </message>
    <message>
        <source>All members of the security group %1.</source>
        <translation>セキュリティグループ%1のすべてのメンバーです。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>From</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>To</source>
        <translation>送信先</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n個のルール</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing gets in yet.</source>
        <translation>まだ何も通しません。</translation>
    </message>
    <message>
        <source>Nothing gets out.</source>
        <translation>何も外に出しません。</translation>
    </message>
    <message>
        <source>Add inbound rule</source>
        <translation>インバウンドルールを追加</translation>
    </message>
    <message>
        <source>Add outbound rule</source>
        <translation>アウトバウンドルールを追加</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::SetList</name>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1を外す</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::SeveralPage</name>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>選択中の要素</translation>
    </message>
    <message>
        <source>Delete the selection and what cannot be without it</source>
        <translation>選択したものと、それなしでは成り立たないものを削除します</translation>
    </message>
    <message>
        <source>Copy the selection beside itself</source>
        <translation>選択したものを隣に複製します</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n element(s)</source>
        <translation>
            <numerusform>%n個の要素を削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n element(s)</source>
        <translation>
            <numerusform>%n個の要素を複製</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n個を選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how many of a kind</comment>
        <translation>%1×%2</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::TableModel</name>
    <message>
        <source>%1 – %2</source>
        <comment>a cell and its problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Rule</source>
        <comment>column: number of a network ACL rule</comment>
        <translation>番号</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>タイプ</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>ポート範囲</translation>
    </message>
    <message>
        <source>From</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Action</source>
        <comment>column: allow or deny</comment>
        <translation>許可/拒否</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>NAT</source>
        <comment>column: is on the NAT switch</comment>
        <translation>NAT</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>CIDR block</source>
        <translation>CIDRブロック</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Target port</source>
        <translation>ターゲットポート</translation>
    </message>
    <message>
        <source>Health port</source>
        <translation>ヘルスチェックポート</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>ルールを追加</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>ルールを変更</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rule(s)</source>
        <translation>
            <numerusform>%n個のルールを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n rule(s)</source>
        <translation>
            <numerusform>%n個のルールを複製</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n rule(s)</source>
        <translation>
            <numerusform>%n個のルールを貼り付け</numerusform>
        </translation>
    </message>
    <message>
        <source>Reorder rules</source>
        <translation>ルールを並べ替え</translation>
    </message>
    <message>
        <source>There is nothing to paste: the clipboard holds no rows of text.</source>
        <translation>貼り付けるものがありません。クリップボードにテキストの行がありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too many to paste at once.</source>
        <translation>
            <numerusform>%n行は、一度に貼り付けるには多すぎます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2 columns are expected, there are %3.</source>
        <translation>%1行目：%2列必要ですが、%3列あります。</translation>
    </message>
    <message>
        <source>Nothing can be added here.</source>
        <translation>ここには追加できません。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1行目：%2</translation>
    </message>
    <message>
        <source>The rows could not be added.</source>
        <translation>行を追加できませんでした。</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <comment>a column, a row, what is wrong there</comment>
        <translation>%2行目の%1：%3</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>サブネット</translation>
    </message>
    <message>
        <source>Private IP</source>
        <translation>プライベートIP</translation>
    </message>
    <message>
        <source>Public IP</source>
        <translation>パブリックIP</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>Elastic IP</source>
        <translation>Elastic IP</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::TableSection</name>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>ほか%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上に移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下に移動</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Show in a wide pane</source>
        <translation>広いペインで表示</translation>
    </message>
    <message>
        <source>What is red is not part of the design yet. Mend it, or press Esc there to take it back.</source>
        <translation>赤い値はまだ設計に反映されていません。修正するか、そのセルでEscキーを押して取り消してください。</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::TagsModel</name>
    <message>
        <source>A tag needs a key.</source>
        <translation>タグにはキーが必要です。</translation>
    </message>
    <message>
        <source>There is a tag %1 already.</source>
        <translation>タグ「%1」はすでにあります。</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>タグを追加</translation>
    </message>
    <message>
        <source>Change tag</source>
        <translation>タグを変更</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tag(s)</source>
        <translation>
            <numerusform>%n個のタグを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n tag(s)</source>
        <translation>
            <numerusform>%n個のタグを貼り付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n個のタグ</numerusform>
        </translation>
    </message>
    <message>
        <source>No tags for all resources.</source>
        <translation>すべてのリソースに付けるタグはありません。</translation>
    </message>
    <message>
        <source>No tags but the name.</source>
        <translation>Name以外のタグはありません。</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::Traffic</name>
    <message>
        <source>All TCP</source>
        <translation>すべてのTCP</translation>
    </message>
    <message>
        <source>All UDP</source>
        <translation>すべてのUDP</translation>
    </message>
    <message>
        <source>All ICMP - IPv4</source>
        <translation>すべてのICMP - IPv4</translation>
    </message>
    <message>
        <source>All ICMP - IPv6</source>
        <translation>すべてのICMP - IPv6</translation>
    </message>
    <message>
        <source>All traffic</source>
        <translation>すべてのトラフィック</translation>
    </message>
    <message>
        <source>Custom TCP</source>
        <translation>カスタムTCP</translation>
    </message>
    <message>
        <source>Custom UDP</source>
        <translation>カスタムUDP</translation>
    </message>
    <message>
        <source>Custom ICMP - IPv4</source>
        <translation>カスタムICMP - IPv4</translation>
    </message>
    <message>
        <source>Custom ICMP - IPv6</source>
        <translation>カスタムICMP - IPv6</translation>
    </message>
    <message>
        <source>Custom protocol</source>
        <translation>カスタムプロトコル</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Echo reply</source>
        <translation>エコー応答</translation>
    </message>
    <message>
        <source>Destination unreachable</source>
        <translation>宛先到達不能</translation>
    </message>
    <message>
        <source>Fragmentation required</source>
        <translation>断片化が必要</translation>
    </message>
    <message>
        <source>Redirect</source>
        <translation>リダイレクト</translation>
    </message>
    <message>
        <source>Echo request</source>
        <translation>エコー要求</translation>
    </message>
    <message>
        <source>Router advertisement</source>
        <translation>ルーター広告</translation>
    </message>
    <message>
        <source>Router solicitation</source>
        <translation>ルーター要請</translation>
    </message>
    <message>
        <source>Time exceeded</source>
        <translation>時間超過</translation>
    </message>
    <message>
        <source>Parameter problem</source>
        <translation>パラメーター異常</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>タイムスタンプ</translation>
    </message>
    <message>
        <source>Timestamp reply</source>
        <translation>タイムスタンプ応答</translation>
    </message>
    <message>
        <source>Packet too big</source>
        <translation>パケット過大</translation>
    </message>
    <message>
        <source>Neighbor solicitation</source>
        <translation>近隣要請</translation>
    </message>
    <message>
        <source>Neighbor advertisement</source>
        <translation>近隣広告</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of traffic and what its ICMP type means</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sekisho::editors::VpcCidrsModel</name>
    <message>
        <source>Primary</source>
        <comment>CIDR block</comment>
        <translation>プライマリ</translation>
    </message>
    <message>
        <source>Secondary</source>
        <comment>CIDR block</comment>
        <translation>セカンダリ</translation>
    </message>
    <message>
        <source>The addresses of the VPC: subnets are parts of these blocks. The primary one cannot be exchanged in AWS.</source>
        <translation>VPCのアドレスです。サブネットはこれらのブロックの一部を使います。プライマリのブロックは、AWSでは変更できません。</translation>
    </message>
    <message>
        <source>Add CIDR block</source>
        <translation>CIDRブロックを追加</translation>
    </message>
    <message>
        <source>Change CIDR block</source>
        <translation>CIDRブロックを変更</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n CIDR block(s)</source>
        <translation>
            <numerusform>%n個のCIDRブロックを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n CIDR block(s)</source>
        <translation>
            <numerusform>%n個のCIDRブロックを貼り付け</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n個のブロック</numerusform>
        </translation>
    </message>
    <message>
        <source>A VPC needs an IPv4 block.</source>
        <translation>VPCにはIPv4ブロックが必要です。</translation>
    </message>
</context>
</TS>
