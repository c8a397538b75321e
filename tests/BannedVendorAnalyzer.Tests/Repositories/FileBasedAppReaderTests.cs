namespace BannedVendorAnalyzer.Tests.Repositories;

public sealed class FileBasedAppReaderTests
{
    [Fact]
    public void Directives_NamePackagesAndSdks() => Assert.Equal(
        ["Contoso.Scan/1.0.0 (3,1)", "Contoso.Text/ (4,1)", "Contoso.Sdk/2.0.0 (5,1) tool"],
        Reading.Packages(
            "app.cs",
            """
            #!/usr/bin/env dotnet
            // An app in one file.
            #:package Contoso.Scan@1.0.0
            #:package Contoso.Text
            #:sdk Contoso.Sdk@2.0.0
            #:property PublishAot=false
            Console.WriteLine();
            #:package Not.A.Directive@1.0.0
            """));

    [Fact]
    public void DirectiveWithoutAName_IsAProblem() => Assert.Equal(["(1,1) the directive names no package; add its id"], Reading.Problems(Reading.Of("app.cs", "#:package @1.0.0\n")));
}
