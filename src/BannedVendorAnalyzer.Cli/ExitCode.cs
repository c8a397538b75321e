namespace BannedVendorAnalyzer.Cli;

/// <summary>Exit codes; those below 8 add up.</summary>
public static class ExitCode
{
    public const int Clear = 0;
    public const int Prohibited = 1;
    public const int Unverified = 2;
    public const int InvalidPolicy = 4;
    public const int WrongUsage = 64;
    public const int InternalError = 70;
}
