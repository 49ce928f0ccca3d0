package jinbo.exchange.sftp;

import java.io.StreamCorruptedException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells why no SSH server was found: by its name, at its port, or by what answers there. */
final class TellPort {

    private final Connecting connecting;
    private final Party party;
    private final DropTimeouts timeouts;

    TellPort(Connecting connecting, Party party, DropTimeouts timeouts) {
        this.connecting = connecting;
        this.party = party;
        this.timeouts = timeouts;
    }

    CheckResult of(DropException e) {
        List<Throwable> causes = connecting.failure().map(TellPort::chain).orElse(List.of());
        if (connecting.step() == CheckStep.NAME) {
            return has(causes, UnknownHostException.class)
                    ? CheckResult.of(
                            CheckStep.NAME,
                            CheckCode.NAME_UNKNOWN,
                            party.address().host())
                    : CheckResult.of(
                            CheckStep.NAME,
                            CheckCode.NAME_NOT_TOLD,
                            party.address().host(),
                            seconds(timeouts.connect().toMillis()));
        }
        if (!connecting.isConnected()) {
            return port(e, causes);
        }
        String lines = ShownText.of(String.join(" / ", connecting.handshake().lines()));
        if (!lines.isEmpty()) {
            return CheckResult.of(
                    CheckStep.PORT, CheckCode.NOT_SSH, party.address().port(), lines);
        }
        if (has(causes, StreamCorruptedException.class)) {
            return CheckResult.of(
                    CheckStep.PORT, CheckCode.NOT_SSH, party.address().port(), Trouble.words(e));
        }
        return connecting.timedOut()
                ? CheckResult.of(
                        CheckStep.PORT,
                        CheckCode.SERVER_SILENT,
                        seconds(timeouts.login().toMillis()))
                : CheckResult.of(CheckStep.PORT, CheckCode.SERVER_HUNG_UP, Trouble.words(e));
    }

    private CheckResult port(DropException e, List<Throwable> causes) {
        int port = party.address().port();
        String tried =
                connecting.addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        if (connecting.timedOut()) {
            return CheckResult.of(
                    CheckStep.PORT,
                    CheckCode.PORT_SILENT,
                    port,
                    tried,
                    seconds(timeouts.connect().toMillis()));
        }
        boolean refused = has(causes, ConnectException.class) && !has(causes, NoRouteToHostException.class);
        return refused
                ? CheckResult.of(CheckStep.PORT, CheckCode.PORT_CLOSED, port, tried)
                : CheckResult.of(CheckStep.PORT, CheckCode.HOST_UNREACHABLE, port, tried, systemsWords(e, causes));
    }

    /** The library wraps what the system says in names of its own classes. */
    private static String systemsWords(DropException e, List<Throwable> causes) {
        return causes.isEmpty() ? Trouble.words(e) : Trouble.told(causes.get(causes.size() - 1));
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /** To the second, but a time-out below one in its fractions. */
    private static String seconds(long milliseconds) {
        return milliseconds % 1000 == 0
                ? Long.toString(milliseconds / 1000)
                : String.format(java.util.Locale.ROOT, "%.1f", milliseconds / 1000.0);
    }
}
