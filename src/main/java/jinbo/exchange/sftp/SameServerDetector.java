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

/** Tells which hosts are the same server, as far as the name service knows. */
public final class SameServerDetector {

    private static final String THIS_MACHINE = "this machine";

    private final HostNameResolver names;

    /** @param within how long a name service may take to answer; all names are looked up at the same time */
    public SameServerDetector(Duration within) {
        this(NameService.SYSTEM, within);
    }

    SameServerDetector(NameService names, Duration within) {
        this.names = new HostNameResolver(names, within);
    }

    /**
     * Those of other hosts that have an address in common with one, each with such an address. All addresses of this machine are
     * one; a name that has no address, or none in time, is like no other.
     */
    public Map<String, String> like(String host, Collection<String> others) {
        if (others.isEmpty()) {
            return Map.of();
        }
        Map<String, CompletableFuture<Set<String>>> asked = new HashMap<>();
        asked.put(host, addressesOf(host));
        others.forEach(other -> asked.computeIfAbsent(other, this::addressesOf));
        Set<String> ours = asked.get(host).join();
        Map<String, String> like = new HashMap<>();
        for (String other : others) {
            asked.get(other).join().stream()
                    .filter(ours::contains)
                    .findFirst()
                    .ifPresent(common -> like.put(other, common));
        }
        return like;
    }

    private CompletableFuture<Set<String>> addressesOf(String host) {
        CompletableFuture<Set<String>> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> answer.complete(lookUp(host)), "same-server");
        asking.setDaemon(true);
        asking.start();
        return answer;
    }

    private Set<String> lookUp(String host) {
        try {
            List<InetAddress> addresses = names.addressesOf(host);
            return addresses.stream().map(SameServerDetector::shown).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | RuntimeException unknown) {
            return Set.of();
        }
    }

    private static String shown(InetAddress address) {
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
