using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.Store;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Store;

public sealed class RoomForAnswersTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public void The_web_server_writes_into_room_for_a_whole_answer_which_is_used_again()
    {
        using var room = Assert.IsType<RoomForAnswers>(site.Services.GetRequiredService<IMemoryPoolFactory<byte>>()).Create();
        var block = room.Rent(4096);
        Assert.Equal((16_384, 16_384), (block.Memory.Length, room.MaxBufferSize));
        var memory = block.Memory;
        block.Dispose();
        using var again = room.Rent();
        Assert.Equal(memory, again.Memory);
        using var another = room.Rent();
        Assert.NotEqual(memory, another.Memory);
        Assert.Throws<ArgumentOutOfRangeException>("minBufferSize", () => { room.Rent(16_385); });
    }
}
