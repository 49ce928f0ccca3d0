package jinbo.exchange.sftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jinbo.exchange.sftp.HostNameResolver.NameService;

/** Finds host names that lead to the same server, according to the name service. */
public final class SameServerDetector {

    private static final String THIS_MACHINE = "this machine";

    private final HostNameResolver names;

    public SameServerDetector(Duration timeout) {
        this(NameService.SYSTEM, timeout);
    }

    SameServerDetector(NameService names, Duration timeout) {
        this.names = new HostNameResolver(names, timeout);
    }

    /**
     * Returns those of the other hosts that share an IP address with the host, each with one shared address; all
     * addresses of this machine count as one. A host that cannot be resolved shares none.
     */
    public Map<String, String> findSameServers(String host, Collection<String> others) {
        if (others.isEmpty()) {
            return Map.of();
        }
        Map<String, CompletableFuture<Set<String>>> lookups = new HashMap<>();
        lookups.put(host, addressesOf(host));
        others.forEach(other -> lookups.computeIfAbsent(other, this::addressesOf));
        Set<String> addresses = lookups.get(host).join();
        Map<String, String> same = new HashMap<>();
        for (String other : others) {
            lookups.get(other).join().stream()
                    .filter(addresses::contains)
                    .findFirst()
                    .ifPresent(common -> same.put(other, common));
        }
        return same;
    }

    private CompletableFuture<Set<String>> addressesOf(String host) {
        CompletableFuture<Set<String>> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> answer.complete(lookUp(host)), "same-server");
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    private Set<String> lookUp(String host) {
        try {
            List<InetAddress> addresses = names.addressesOf(host);
            return addresses.stream().map(SameServerDetector::nameOf).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | RuntimeException unknown) {
            return Set.of();
        }
    }

    private static String nameOf(InetAddress address) {
        return isOfThisMachine(address) ? THIS_MACHINE : address.getHostAddress();
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }
}
