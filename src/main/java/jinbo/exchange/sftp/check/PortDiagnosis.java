package jinbo.exchange.sftp.check;

import java.io.StreamCorruptedException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.ConnectionAttempt;
import jinbo.exchange.sftp.ConnectionAttempt.ConnectionStep;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.SanitizedText;
import jinbo.exchange.sftp.SftpExceptionTranslator;

/** Explains why there is no SSH server: by its name, its port or its answer. */
record PortDiagnosis(ConnectionAttempt attempt, DropAddress address, DropTimeouts timeouts) {

    DropCheckResult of(DropException e) {
        List<Throwable> causes = attempt.failure().map(PortDiagnosis::chain).orElse(List.of());
        if (attempt.step() == ConnectionStep.NAME) {
            return has(causes, UnknownHostException.class)
                    ? DropCheckResult.of(DropCheckCode.NAME_UNKNOWN, address.host())
                    : DropCheckResult.of(DropCheckCode.NAME_NOT_TOLD, address.host(), seconds(timeouts.connect()));
        }
        if (!attempt.isConnected()) {
            return port(e, causes);
        }
        String lines = SanitizedText.of(String.join(" / ", attempt.handshake().lines()));
        if (!lines.isEmpty()) {
            return DropCheckResult.of(DropCheckCode.NOT_SSH, address.port(), lines);
        }
        if (has(causes, StreamCorruptedException.class)) {
            return DropCheckResult.of(DropCheckCode.NOT_SSH, address.port(), SftpExceptionTranslator.describe(e));
        }
        return attempt.timedOut()
                ? DropCheckResult.of(DropCheckCode.SERVER_SILENT, seconds(timeouts.login()))
                : DropCheckResult.of(DropCheckCode.SERVER_HUNG_UP, SftpExceptionTranslator.describe(e));
    }

    private DropCheckResult port(DropException e, List<Throwable> causes) {
        int port = address.port();
        String tried =
                attempt.addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        if (attempt.timedOut()) {
            return DropCheckResult.of(DropCheckCode.PORT_SILENT, port, tried, seconds(timeouts.connect()));
        }
        return has(causes, ConnectException.class) && !has(causes, NoRouteToHostException.class)
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

    private static String seconds(Duration time) {
        long milliseconds = time.toMillis();
        return milliseconds % 1000 == 0
                ? Long.toString(milliseconds / 1000)
                : String.format(Locale.ROOT, "%.1f", milliseconds / 1000.0);
    }
}
