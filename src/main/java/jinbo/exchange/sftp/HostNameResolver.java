package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks up a name with a timeout, which the name service of the operating system does not have. */
record HostNameResolver(NameService names, Duration within) {

    private static final int MAX_ADDRESSES = 4;

    List<InetAddress> addressesOf(String host) throws IOException {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> names.addressesOf(host));
        Thread thread = new Thread(lookup, "name-of-drop");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get(within.toNanos(), TimeUnit.NANOSECONDS).stream()
                    .limit(MAX_ADDRESSES)
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

    @FunctionalInterface
    interface NameService {

        NameService SYSTEM = host -> List.of(InetAddress.getAllByName(host));

        List<InetAddress> addressesOf(String host) throws UnknownHostException;
    }
}
