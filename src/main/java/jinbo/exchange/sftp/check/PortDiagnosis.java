package jinbo.exchange.sftp.check;

import java.io.StreamCorruptedException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.ConnectionAttempt;
import jinbo.exchange.sftp.ConnectionAttempt.ConnectionStep;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.SanitizedText;
import jinbo.exchange.sftp.SftpExceptionTranslator;

/** Explains why there is no SSH server: by its name, its port or its answer. */
record PortDiagnosis(ConnectionAttempt connectionAttempt, DropContext dropContext, DropTimeouts timeouts) {

    DropCheckResult of(DropException e) {
        List<Throwable> causes =
                connectionAttempt.failure().map(PortDiagnosis::chain).orElse(List.of());
        if (connectionAttempt.step() == ConnectionStep.NAME) {
            return has(causes, UnknownHostException.class)
                    ? DropCheckResult.of(
                            DropCheckCode.NAME_UNKNOWN, dropContext.address().host())
                    : DropCheckResult.of(
                            DropCheckCode.NAME_NOT_TOLD,
                            dropContext.address().host(),
                            seconds(timeouts.connect().toMillis()));
        }
        if (!connectionAttempt.isConnected()) {
            return port(e, causes);
        }
        String lines = SanitizedText.of(
                String.join(" / ", connectionAttempt.handshake().lines()));
        if (!lines.isEmpty()) {
            return DropCheckResult.of(
                    DropCheckCode.NOT_SSH, dropContext.address().port(), lines);
        }
        if (has(causes, StreamCorruptedException.class)) {
            return DropCheckResult.of(
                    DropCheckCode.NOT_SSH, dropContext.address().port(), SftpExceptionTranslator.describe(e));
        }
        return connectionAttempt.timedOut()
                ? DropCheckResult.of(
                        DropCheckCode.SERVER_SILENT, seconds(timeouts.login().toMillis()))
                : DropCheckResult.of(DropCheckCode.SERVER_HUNG_UP, SftpExceptionTranslator.describe(e));
    }

    private DropCheckResult port(DropException e, List<Throwable> causes) {
        int port = dropContext.address().port();
        String tried = connectionAttempt.addresses().stream()
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", "));
        if (connectionAttempt.timedOut()) {
            return DropCheckResult.of(
                    DropCheckCode.PORT_SILENT,
                    port,
                    tried,
                    seconds(timeouts.connect().toMillis()));
        }
        boolean refused = has(causes, ConnectException.class) && !has(causes, NoRouteToHostException.class);
        return refused
                ? DropCheckResult.of(DropCheckCode.PORT_CLOSED, port, tried)
                : DropCheckResult.of(DropCheckCode.HOST_UNREACHABLE, port, tried, systemMessage(e, causes));
    }

    /** The last cause has the message of the operating system. */
    private static String systemMessage(DropException e, List<Throwable> causes) {
        return causes.isEmpty()
                ? SftpExceptionTranslator.describe(e)
                : SftpExceptionTranslator.describe(causes.get(causes.size() - 1));
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    private static String seconds(long milliseconds) {
        return milliseconds % 1000 == 0
                ? Long.toString(milliseconds / 1000)
                : String.format(java.util.Locale.ROOT, "%.1f", milliseconds / 1000.0);
    }
}
