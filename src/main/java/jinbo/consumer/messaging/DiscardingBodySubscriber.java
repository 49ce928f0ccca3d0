package jinbo.consumer.messaging;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer that nobody wants: read so that the line can be used again, but not if there is more than a little of it. */
final class DiscardingBodySubscriber implements BodySubscriber<@Nullable Void> {

    private static final long MOST_BYTES = 16 << 10;

    private final CompletableFuture<@Nullable Void> read = new CompletableFuture<>();
    private Flow.@Nullable Subscription source;
    private long bytes;

    @Override
    public CompletionStage<@Nullable Void> getBody() {
        return read;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > MOST_BYTES && source != null) {
            source.cancel();
            read.complete(null);
        }
    }

    @Override
    public void onError(Throwable broken) {
        read.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        read.complete(null);
    }
}
