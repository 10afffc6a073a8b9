namespace ModMatWorkshop.Exports;

/// <summary>A buffer between a zip, which writes synchronously, and a response, which needs asynchronous writes.</summary>
public sealed class AsyncForwardingStream : Stream
{
    private readonly MemoryStream _kept = new();

    public override bool CanRead => false;

    /// <summary>False, so that the zip never seeks back to bytes that have been sent.</summary>
    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task FlushToAsync(Stream to, CancellationToken cancel)
    {
        await to.WriteAsync(_kept.GetBuffer().AsMemory(0, (int)_kept.Length), cancel);
        _kept.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _kept.Dispose();
        base.Dispose(disposing);
    }
}
