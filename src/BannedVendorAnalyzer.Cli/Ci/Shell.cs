namespace BannedVendorAnalyzer.Cli.Ci;

/// <summary>Who reads the settings.</summary>
public enum Shell
{
    /// <summary>Any shell of the Bourne family: <c>eval "$(banned-vendors ci)"</c>.</summary>
    Bash,

    /// <summary>PowerShell: <c>banned-vendors ci --shell pwsh | Out-String | Invoke-Expression</c>.</summary>
    Pwsh,

    /// <summary>The file that GitHub Actions names in <c>GITHUB_ENV</c>.</summary>
    Github,

    /// <summary>The log of Azure Pipelines, which reads commands in it.</summary>
    Azure,
}

public static class Shells
{
    /// <summary>One setting, so that the reader takes the value for what it is, whatever characters it holds.</summary>
    public static string Setting(this Shell shell, string name, string value) => shell switch
    {
        Shell.Pwsh => $"$env:{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'",
        Shell.Github => $"{name}={value}",
        Shell.Azure => $"##vso[task.setvariable variable={name}]{value.Replace("%", "%AZP25", StringComparison.Ordinal)}",
        _ => $"export {name}='{value.Replace("'", "'\\''", StringComparison.Ordinal)}'",
    };
}
