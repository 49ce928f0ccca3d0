package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks a name up, and gives a name service that does not answer up. */
record HostNameResolver(NameService names, Duration within) {

    /** A name that leads to more is tried no further. */
    private static final int MOST_ADDRESSES = 4;

    /** @throws SocketTimeoutException if nobody says so in time */
    List<InetAddress> addressesOf(String host) throws IOException {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> resolve(host, answer), "name-of-drop");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(within.toNanos(), TimeUnit.NANOSECONDS).stream()
                    .limit(MOST_ADDRESSES)
                    .toList();
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the name service did not return the address of " + SanitizedText.of(host)
                    + " within " + within.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a name was resolved");
        } catch (ExecutionException e) {
            UnknownHostException unknown =
                    new UnknownHostException("the name " + SanitizedText.of(host) + " has no address");
            unknown.initCause(e.getCause());
            throw unknown;
        }
    }

    private void resolve(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(names.addressesOf(host));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
