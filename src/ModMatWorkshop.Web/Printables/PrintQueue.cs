namespace ModMatWorkshop.Web.Printables;

/// <summary>
/// Makes PDFs, a few at a time. People take turns and each has one PDF made at a time, so a person waits for at most one PDF of each other
/// person in the queue. A request with the key of a PDF that is waiting or being made gets the same PDF.
/// </summary>
/// <param name="atOnce">The number of PDFs made at the same time.</param>
public sealed class PrintQueue(int atOnce)
{
    public const int MaxPdfs = 100;
    public const int MaxPdfsOfOnePerson = 10;

    private readonly Lock _lock = new();

    /// <summary>By key. PDFs that nobody waits for any more are not here.</summary>
    private readonly Dictionary<string, Job> _jobs = [];

    /// <summary>The jobs of each person, in order. The first one is running, unless the person is in <see cref="_turns"/>.</summary>
    private readonly Dictionary<string, List<Job>> _people = [];

    /// <summary>The people of whom a job waits and none is running.</summary>
    private readonly List<string> _turns = [];
    private int _free = atOnce;

    /// <param name="key">The same for requests that get the same PDF.</param>
    /// <param name="make">Runs until nobody waits for the PDF any more, so it must not use the services of one request.</param>
    public async Task<PrintResult> MakeAsync(
        string person,
        string key,
        Func<CancellationToken, Task<PrintResult>> make,
        CancellationToken cancel
    )
    {
        Job? job;
        lock (_lock)
        {
            if (!_jobs.TryGetValue(key, out job))
            {
                if (IsFullFor(person))
                    return PrintResult.QueueFull;
                Add(job = new(person, key, make));
            }
            job.Requests++;
        }
        StartWaiting();
        try
        {
            return await job.Result.Task.WaitAsync(cancel);
        }
        finally
        {
            Leave(job);
        }
    }

    private bool IsFullFor(string person) =>
        _people.Values.Sum(jobs => jobs.Count) >= MaxPdfs || _people.GetValueOrDefault(person)?.Count >= MaxPdfsOfOnePerson;

    private void Add(Job job)
    {
        _jobs.Add(job.Key, job);
        if (_people.TryGetValue(job.Person, out var others))
        {
            others.Add(job);
            return;
        }
        _people.Add(job.Person, [job]);
        _turns.Add(job.Person);
    }

    private void StartWaiting()
    {
        while (TakeNext() is { } job)
            _ = RunAsync(job);
    }

    /// <returns>The next job to run; null when there is none, or when enough are running.</returns>
    private Job? TakeNext()
    {
        lock (_lock)
        {
            if (_free == 0 || _turns is not [var person, ..])
                return null;
            _free--;
            _turns.RemoveAt(0);
            var job = _people[person][0];
            job.IsRunning = true;
            return job;
        }
    }

    private async Task RunAsync(Job job)
    {
        var making = job.Make(job.Abandoned.Token);
        await ((Task)making).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _free++;
            Remove(job);
        }
        StartWaiting();
        job.Result.SetFromTask(making);
    }

    private void Remove(Job job)
    {
        Forget(job);
        var jobs = _people[job.Person];
        jobs.Remove(job);
        if (jobs.Count == 0)
        {
            _people.Remove(job.Person);
            _turns.Remove(job.Person);
        }
        else if (job.IsRunning)
            _turns.Add(job.Person);
    }

    /// <summary>Later requests no longer join this job.</summary>
    private void Forget(Job job)
    {
        if (_jobs.GetValueOrDefault(job.Key) == job)
            _jobs.Remove(job.Key);
    }

    /// <summary>A request has its PDF or is cancelled. A job that nobody waits for any more is dropped, or stopped if it runs.</summary>
    private void Leave(Job job)
    {
        lock (_lock)
        {
            if (--job.Requests > 0 || job.Result.Task.IsCompleted)
                return;
            if (job.IsRunning)
                Forget(job);
            else
                Remove(job);
        }
        job.Abandoned.Cancel();
    }

    private sealed class Job(string person, string key, Func<CancellationToken, Task<PrintResult>> make)
    {
        public string Person => person;

        public string Key => key;

        public Func<CancellationToken, Task<PrintResult>> Make => make;

        public TaskCompletionSource<PrintResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Abandoned { get; } = new();

        /// <summary>The number of requests that wait for this PDF.</summary>
        public int Requests { get; set; }

        public bool IsRunning { get; set; }
    }
}
