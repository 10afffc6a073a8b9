using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web;
using ModMatWorkshop.Web.Commands;
using Serilog;

Log.Logger = Site.BootstrapLogger();
try
{
    return await CommandDispatcher.RunAsync(args);
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
catch (Exception failure) when (DatabaseUnavailable.IsCauseOf(failure))
{
    await Console.Error.WriteLineAsync($"The database is unavailable: {DatabaseUnavailable.FindIn(failure)!.Message}");
    return 1;
}
catch (Exception fatal) when (fatal is not HostAbortedException)
{
    Log.Fatal(fatal, "The site stopped because of an unexpected error");
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}

/// <summary>The entry point, named so that tests can start the same host.</summary>
public partial class Program;
