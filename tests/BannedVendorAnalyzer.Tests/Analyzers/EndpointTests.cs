namespace BannedVendorAnalyzer.Tests.Analyzers;

/// <summary>Hosts of services in texts.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("""{|BVA2003:"https://ecs.aliyuncs.com/"|}""")]
    [InlineData("""{|BVA2003:"https://user:secret@oss-cn-hangzhou.aliyuncs.com:443/bucket?a=b"|}""")]
    [InlineData("""{|BVA2003:"wss://nls-gateway.ALIYUNCS.com/ws"|}""")]
    [InlineData("""{|BVA2003:"ecs.aliyuncs.com"|}""")]
    [InlineData("""{|BVA2003:"aliyuncs.com"|}""")]
    [InlineData("""{|BVA2003:"ecs.aliyuncs.com:443/path"|}""")]
    [InlineData("""{|BVA2003:$"https://ecs.{region}.aliyuncs.com/"|}""")]
    [InlineData("""{|BVA2003:$"https://{region}.aliyuncs.com"|}""")]
    [InlineData("""{|BVA2003:"https://" + region + ".aliyuncs.com"|}""")]
    [InlineData("""string.Format({|BVA2003:"https://{0}.aliyuncs.com"|}, region)""")]
    [InlineData(""""{|BVA2003:"""https://ecs.aliyuncs.com/"""|}"""")]
    [InlineData("""{|BVA2003:@"https://ecs.aliyuncs.com/"|}""")]
    [InlineData("""new System.Uri({|BVA2003:"https://ecs.aliyuncs.com/"|})""")]
    [InlineData("""System.Text.Encoding.UTF8.GetString({|BVA2003:"https://ecs.aliyuncs.com/"u8|})""")]
    public Task HostsOfAVendor_AreReported(string expression) => SourceTest.CSharp.For("us-texas-state").Expect(Source(expression));

    [Theory]
    [InlineData("\"https://aliyuncs.com.example.org/\"")]
    [InlineData("\"https://notaliyuncs.com/\"")]
    [InlineData("\"https://example.org/aliyuncs.com\"")]
    [InlineData("\"https://example.org/?from=https://ecs.aliyuncs.com/\"")]
    [InlineData("\"see https://help.aliyun.com/ for help\"")]
    [InlineData("\"somebody@aliyun.com\"")]
    [InlineData("\"Contoso.Qwen.AI\"")]
    [InlineData("$\"https://{region}aliyuncs.com\"")]
    [InlineData("\"aliyuncs\" + \".com\"")]
    [InlineData("\"com\"")]
    public Task OtherTexts_AreNotReported(string expression) => SourceTest.CSharp.For("us-texas-state").Expect(Source(expression));

    [Fact]
    public Task CommentsAndDocumentation_NeverCount() => SourceTest.CSharp.For("us-texas-state").Expect(
        """
        #region "https://ecs.aliyuncs.com/"
        // https://ecs.aliyuncs.com/ "ecs.aliyuncs.com"
        /* "https://ecs.aliyuncs.com/" */
        /// <summary>See <a href="https://ecs.aliyuncs.com/">"https://ecs.aliyuncs.com/"</a>.</summary>
        public class Client
        {
        #if NEVER
            private const string Left = "https://ecs.aliyuncs.com/";
        #endif
        }
        #endregion
        """);

    [Fact]
    public Task ConstantsAndAttributes_AreReportedOnceAtTheirText() => SourceTest.CSharp.For("us-texas-state").Expect(
        """
        public class Client
        {
            private const string Host = {|BVA2003:"aliyuncs.com"|};
            private const string Endpoint = "https://ecs." + Host;
            private const string Suffix = {|BVA2003:".aliyuncs.com"|};
            [System.ComponentModel.DefaultValue({|BVA2003:"https://ecs.aliyuncs.com/"|})] public string Url { get; set; } = Endpoint;
        }
        """,
        "is called by 'Client.Host' (host 'aliyuncs.com' in Cameras.cs)",
        "To clear: remove or replace the call",
        "More: banned-vendors explain BVA2003");

    private static string Source(string expression) => $$"""
        public class Client { public object Send(string region) => {{expression}}; }
        """;
}
