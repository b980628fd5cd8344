<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Canvas</name>
    <message>
        <source>protocol %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>My VPC</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n CIDRs</source>
        <translation type="unfinished">
            <numerusform />
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
        <source>P&amp;rint…</source>
        <translation>印刷(&amp;R)…</translation>
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
        <source>Copy as Pict&amp;ure</source>
        <translation>図としてコピー(&amp;U)</translation>
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
        <source>D&amp;uplicate</source>
        <translation>複製(&amp;U)</translation>
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
        <source>Find or run</source>
        <translation>検索・コマンド</translation>
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
            <numerusform>%n件を選択中です。</numerusform></translation>
    </message>
    <message>
        <source>%1 %2 selected.</source>
        <comment>security group ecs selected</comment>
        <translation>%1%2を選択中です。</translation>
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
</context>
<context>
    <name>sekisho::Notice</name>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>sekisho::canvas::Drop</name>
    <message>
        <source>A VPC cannot hold a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An Availability Zone cannot hold an Availability Zone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An Availability Zone cannot hold a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet cannot hold a subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet cannot hold an Availability Zone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet cannot hold a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An Availability Zone goes into a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet goes into an Availability Zone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet goes into an Availability Zone. Add one first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet goes into one of the Availability Zones.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A NAT gateway goes into a public subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A NAT gateway goes into a public subnet. %1 is private.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A NAT gateway goes into a public subnet. There is none here yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A NAT gateway goes into one of the public subnets.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A workload goes into a subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A workload goes into a subnet. There is none here yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A workload goes into one of the subnets.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An internet gateway goes onto a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A VPC has one internet gateway, and %1 has it already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A regional NAT gateway goes onto a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An egress-only internet gateway goes onto a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A route table goes onto a subnet or a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A network ACL goes onto a subnet or a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A flow log goes onto a subnet or a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A security group goes onto a workload or a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A gateway endpoint goes onto a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An interface endpoint goes into a subnet or a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A peering connection goes onto a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is outside of AWS goes onto empty ground.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sekisho::canvas::Palette</name>
    <message>
        <source>VPC</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A network of its own. Drop it on empty ground.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Availability Zone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A column of the VPC. Drop it into a VPC; it takes the next zone of the Region.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Public subnet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet with a way to and from the internet. Drop it into an Availability Zone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Private subnet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet that the internet cannot reach. Drop it into an Availability Zone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Isolated subnet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A subnet without any way out. Drop it into an Availability Zone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Internet gateway</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The VPC's way to and from the internet. Public subnets are routed to it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>NAT gateway</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The way out for private subnets, with an Elastic IP. Drop it into a public subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Regional NAT gateway</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One NAT gateway for all zones of a VPC, without a public subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Egress-only internet gateway</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The way out for IPv6, with no way in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Route table</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where traffic of a subnet goes. On a subnet it becomes that subnet's table.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Elastic IP</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A public address that stays. On a NAT gateway or EC2 instance it is attached to it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Security group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A stateful firewall of its members. On a workload it becomes that workload's group.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Network ACL</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A stateless gate at the border of subnets. On a subnet it is associated with it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Prefix list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A named list of CIDR blocks, for rules and routes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ALB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Application Load Balancer. Drop it into a subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>NLB</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Network Load Balancer. Drop it into a subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ECS service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Containers on Fargate or EC2. Drop it into a subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>EC2 instance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A virtual server. Drop it into a subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>RDS</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A relational database. Drop it into a private subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lambda function</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A function with interfaces in the VPC. Drop it into a private subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ElastiCache</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An in-memory store. Drop it into a private subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other workload</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Anything else with a network interface. Drop it into a subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Gateway endpoint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A free way to S3 or DynamoDB through the route tables of a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Interface endpoint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A private way to an AWS service (PrivateLink). Drop it into a subnet or a VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>VPC peering</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A connection to another VPC.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Flow log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Records the traffic of a VPC or subnet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Internet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everyone outside. Drop it on empty ground.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>External network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Named blocks of addresses outside, like an office. Drop it on empty ground.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workloads</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Endpoints and more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sekisho::editors::Lists</name>
    <message>
        <source>%1 and %2</source>
        <comment>the last of a list</comment>
        <translation type="unfinished" />
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sekisho::editors::Traffic</name>
    <message>
        <source>All TCP</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All UDP</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All ICMP - IPv4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All ICMP - IPv6</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All traffic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Custom TCP</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Custom UDP</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Custom ICMP - IPv4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Custom ICMP - IPv6</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Custom protocol</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
