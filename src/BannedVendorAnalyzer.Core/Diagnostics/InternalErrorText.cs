namespace BannedVendorAnalyzer.Diagnostics;

/// <summary>What both hosts say when they fail themselves: the check did not end, so the result is not clear.</summary>
public static class InternalErrorText
{
    public static string Of(Exception exception) =>
        $"The check failed by a defect of its own ({exception.GetType().Name}: {exception.Message}), so nothing is known about this project. Please report it, with the detailed log";
}
