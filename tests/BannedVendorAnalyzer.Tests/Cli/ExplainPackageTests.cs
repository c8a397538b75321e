using BannedVendorAnalyzer.Cli;
using BannedVendorAnalyzer.Tests.Packages.Signatures;
using BannedVendorAnalyzer.Tests.Projects;

namespace BannedVendorAnalyzer.Tests.Cli;

public sealed class ExplainPackageTests : IDisposable
{
    private readonly ToolWorkspace _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void PackageWithALibrary_IsExplainedWhole()
    {
        _tool.Files.Restore("App", _tool.Files.Assets("App", "Contoso.Video", "Contoso.Scan").Video("Contoso.Scan").Scan());

        var outcome = _tool.Explain("contoso.scan", "App");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        ReadingOrder.Holds(outcome.Output,
            "Contoso.Scan 1.0.0: prohibited",
            "  for us-federal-contractor (default) as of 2026-11-20, by rules of ",
            "Kaspersky Lab is named in Section 1634 of the FY2018 NDAA",
            "  duty        report within 3 business days where the contract has clause 52.204-23",
            "  App/App.csproj: prohibited BVA1003 [net10.0]",
            "    App → Contoso.Scan/1.0.0",
            "    App → Contoso.Video/1.0.0 → Contoso.Scan/1.0.0",
            "    to clear    remove or replace 'Contoso.Scan'",
            "                that goes for each reference that brings it in: Contoso.Scan, Contoso.Video",
            "  file runtimes/linux-x64/native/libkavsdk.so: contains 'Kaspersky Anti-Virus SDK'",
            "  2 other facts met no indicator: 1 package-id, 1 nuspec-author",
            "  unsigned: the package has no signature, so nothing shows who published it",
            "  author      'Contoso', by its own nuspec",
            "Decides, Kaspersky",
            "  prohibited  since 2018-10-01, by its text: Section 1634 of the FY2018 NDAA [us-ndaa18-1634]",
            "  source      84 FR 47861 (official)",
            "Would decide too, Kaspersky",
            "  prohibited  since 2024-09-29, by its text: Final Determination, Case No. ICTS-2021-002",
            "Does not decide, Kaspersky",
            "  PSPF Direction 002-2025 binds au-government [au-pspf-002-2025]",
            "not legal advice");
    }

    [Fact]
    public void PackageThatMeetsNothing_IsNotCalledMore()
    {
        _tool.Files.Restore("App", _tool.Files.Assets("App", "Contoso.Video").Video("Contoso.Scan").Scan());

        var outcome = _tool.Explain("Contoso.Video", "App");

        Assert.Equal(ExitCode.Clear, outcome.ExitCode);
        ReadingOrder.Holds(outcome.Output, "Contoso.Video 1.0.0: no indicator matched, but see what it brings in", "Brings in", "  prohibited  Contoso.Scan/1.0.0 (Kaspersky): banned-vendors explain Contoso.Scan/1.0.0", "  2 facts met no indicator: ");
        Assert.DoesNotContain("complian", outcome.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Decides", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PackageThatIsClearForTheAudience_SaysWhy()
    {
        _tool.Prohibited("App");

        ReadingOrder.Holds(_tool.Explain("Contoso.Scan", "App", "--audience", "ca-government").Output,
            "Contoso.Scan 1.0.0: clear",
            "  clear       Kaspersky [kaspersky] was recognised: ",
            "  App/App.csproj [net10.0]",
            "Does not decide, Kaspersky",
            "[ca-tbs-2023]");
    }

    [Fact]
    public void Versions_AreToldApart()
    {
        _tool.Prohibited("App");
        _tool.Files.Write("packages/contoso.scan/2.0.0/contoso.scan.nuspec", "<package><metadata><authors>Contoso</authors></metadata></package>");
        _tool.Files.Restore("New", _tool.Files.Assets("New", "Contoso.Scan").Package("Contoso.Scan/2.0.0", files: ["contoso.scan.nuspec"]));

        ReadingOrder.Holds(_tool.Explain("Contoso.Scan").Output, "Contoso.Scan 1.0.0: prohibited", "Contoso.Scan 2.0.0: no indicator matched");
        Assert.DoesNotContain("2.0.0", _tool.Explain("Contoso.Scan/1.0.0").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PackageOfAReferencedProject_IsReportedThere()
    {
        _tool.Files.Restore("App", _tool.Files.Assets("App", "Library").Project("Library/1.0.0", "../Library/Library.csproj", ["Contoso.Scan"]).Scan());
        _tool.Files.Restore("Library", _tool.Files.Assets("Library", "Contoso.Scan").Scan());

        ReadingOrder.Holds(_tool.Explain("Contoso.Scan", "App").Output,
            "  App/App.csproj [net10.0], reported in the project that brings it in",
            "    App → Library → Contoso.Scan/1.0.0",
            "  Library/Library.csproj: prohibited BVA1003 [net10.0]");
    }

    [Fact]
    public void FolderThatIsGone_IsUnverified()
    {
        _tool.Clean("App");
        _tool.Files.RemovePackages();

        var outcome = _tool.Explain("Contoso.Video", "App");

        Assert.Equal(ExitCode.Unverified, outcome.ExitCode);
        ReadingOrder.Holds(outcome.Output, "Contoso.Video 1.0.0: unverified, because not all of it could be looked at", "is gone from every");
    }

    [Fact]
    public void Signature_SaysWhoPublishedIt()
    {
        Signed(SignatureBuilder.Build("Acme GmbH", "HRB 12345", ["acme", "zoe"]));

        ReadingOrder.Holds(_tool.Explain("Contoso.Video", "App").Output,
            "Contoso.Video 1.0.0: no indicator matched",
            "Published by",
            "  account     'acme', 'zoe', by the gallery's signature (read, not verified)",
            "  signer      'Acme GmbH', 'HRB 12345', by the author's certificate (read, not verified)");
    }

    [Fact]
    public void SignatureThatCannotBeRead_SaysNothingOfThePublisher()
    {
        Signed([1, 2, 3]);

        ReadingOrder.Holds(_tool.Explain("Contoso.Video", "App").Output, "Contoso.Video 1.0.0: unverified", "  unverified  the signature cannot be read", "Published by", "  not known: its signature could not be looked at");
    }

    [Fact]
    public void ProjectsOfOtherKinds_AreNamed()
    {
        _tool.Clean("App");
        _tool.Files.Write("All.slnx", "<Solution><Project Path=\"App/App.csproj\" /><Project Path=\"Native/Native.vcxproj\" /></Solution>");

        Assert.Contains("Not looked at: Native/Native.vcxproj, because", _tool.Explain("Contoso.Video", "All.slnx").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlCharactersOfAnAuthor_DoNotReachATerminal()
    {
        _tool.Clean("App");
        _tool.Files.Write("packages/contoso.video/1.0.0/contoso.video.nuspec", "<package><metadata><authors>Con&#9;toso</authors></metadata></package>");

        var output = _tool.Explain("Contoso.Video", "App").Output;

        Assert.Contains("'Con?toso'", output, StringComparison.Ordinal);
    }

    [Fact]
    public void RecordedIdInNoProject_IsJudgedByItsIdAlone()
    {
        _tool.Clean("App");

        ReadingOrder.Holds(_tool.Explain("Hik.Api", "App").Output,
            "Hik.Api (any version): prohibited",
            "  by its id alone: it is in none of the 1 project looked at, and nothing of the package itself was",
            "  to clear    remove or replace 'Hik.Api'",
            "Would decide too, Hikvision");
    }

    private void Signed(byte[] signature)
    {
        _tool.Files.Write("packages/contoso.video/1.0.0/.signature.p7s", "");
        File.WriteAllBytes(_tool.Files["packages/contoso.video/1.0.0/.signature.p7s"], signature);
        _tool.Files.Restore("App", _tool.Files.Assets("App", "Contoso.Video").Package("Contoso.Video/1.0.0", files: ["contoso.video.nuspec", ".signature.p7s"]));
    }
}
