using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.ObjectPool;

namespace ModMatWorkshop.Web.Store;

/// <summary>
/// The memory that the web server reads and writes in. A compressed page with its headers fits into one block, and is given to the socket in one piece; the web server's own blocks are
/// of 4 KB, and what lies in two is pinned anew for each answer.
/// </summary>
public sealed class RoomForAnswers : IMemoryPoolFactory<byte>
{
    private const int BlockLength = 16 << 10;

    /// <summary>More than that are in use only while more read at once than that, and are not kept.</summary>
    private const int MostKept = 256;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        private readonly DefaultObjectPool<Block> _blocks;

        public Pool() => _blocks = new(new Blocks(this), MostKept);

        public override int MaxBufferSize => BlockLength;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockLength);
            return _blocks.Get();
        }

        public void Return(Block block) => _blocks.Return(block);

        protected override void Dispose(bool disposing)
        {
        }
    }

    private sealed class Blocks(Pool pool) : PooledObjectPolicy<Block>
    {
        public override Block Create() => new(pool);

        public override bool Return(Block obj) => true;
    }

    private sealed class Block(Pool pool) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = MemoryMarshal.CreateFromPinnedArray(GC.AllocateUninitializedArray<byte>(BlockLength, pinned: true), 0, BlockLength);

        public void Dispose() => pool.Return(this);
    }
}
