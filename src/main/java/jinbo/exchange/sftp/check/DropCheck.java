package jinbo.exchange.sftp.check;

import java.io.StreamCorruptedException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.sftp.ConnectionAttempt;
import jinbo.exchange.sftp.ConnectionAttempt.ConnectionStep;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.Handshake;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.SanitizedText;
import jinbo.exchange.sftp.SftpExceptionTranslator;
import jinbo.exchange.sftp.Sleeper;
import jinbo.exchange.sftp.UploadStabilityCheck;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.kex.KexProposalOption;

/** Checks a drop step by step with test files that the other party ignores; skips all steps after a failed one. */
public final class DropCheck {

    private final DropClient client;
    private final DropContext dropContext;
    private final DropAddress address;
    private final DropCredentials own;
    private final ConnectionAttempt attempt;
    private final List<DropCheckResult> found = new ArrayList<>();

    public DropCheck(DropClient client, InsurerDrop drop) {
        this.client = client;
        this.dropContext = drop.dropContext();
        this.address = drop.address();
        this.own = drop.own();
        this.attempt = client.attempt(dropContext);
    }

    /** @param others the drops of other insurers, which must not be the same drop */
    public List<DropCheckResult> run(
            DropProbe probe, Sleeper sleeper, Path scratch, Clock clock, List<InsurerDrop> others) {
        String mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
        UploadStabilityCheck stability = new UploadStabilityCheck(sleeper, UploadStabilityCheck.MIN_INTERVAL);
        add(DropCheckCode.ADDRESS_KNOWN, address, address.pins(), own.shown());
        try (RemoteFiles remote = attempt.open(own)) {
            addConnectionResults(DropCheckStep.SFTP);
            found.addAll(new SessionCheck(remote, probe, stability, scratch, clock, mark).run());
            if (found.stream().noneMatch(DropCheckResult::isWrong)) {
                found.add(compareWithOthers(remote, others, SessionCheck.PROBE + mark + ".own"));
            }
        } catch (DropException e) {
            addConnectionResults(reached());
            found.add(failure(e));
        }
        for (DropCheckStep step : DropCheckStep.values()) {
            if (found.stream().noneMatch(checked -> checked.step() == step)) {
                found.add(DropCheckResult.of(step, DropCheckCode.NOT_TRIED));
            }
        }
        found.sort(Comparator.comparing(DropCheckResult::step));
        return List.copyOf(found);
    }

    /** Finds drops with the same folders, because they show the test file. Checks only those with the same pin. */
    private DropCheckResult compareWithOthers(RemoteFiles remote, List<InsurerDrop> others, String testFile) {
        String hostKey = attempt.handshake().shown().orElseThrow().fingerprint();
        List<InsurerDrop> onSameServer = others.stream()
                .filter(each -> each.address().pins().allow(hostKey))
                .toList();
        if (onSameServer.isEmpty()) {
            return DropCheckCode.DROP_OWN.with(0);
        }
        List<String> same = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        try {
            CheckTestFile.write(remote, DropFolder.DOWNLOAD, testFile);
            try {
                onSameServer.forEach(other -> compare(other, testFile, same, unreachable));
            } finally {
                remote.removeIfThere(DropFolder.DOWNLOAD, testFile);
            }
        } catch (DropException e) {
            return DropCheckResult.brokeOff(DropCheckStep.OTHER_INSURERS, e);
        }
        if (!same.isEmpty()) {
            return DropCheckCode.DROP_SHARED.with(String.join(", ", same));
        }
        return unreachable.isEmpty()
                ? DropCheckCode.DROP_OWN.with(onSameServer.size())
                : DropCheckCode.DROP_NOT_COMPARED.with(String.join(", ", unreachable));
    }

    private void compare(InsurerDrop other, String testFile, List<String> same, List<String> unreachable) {
        try (RemoteFiles theirs = client.attempt(other.dropContext()).open(other.own())) {
            if (theirs.find(DropFolder.DOWNLOAD, testFile).isPresent()) {
                same.add(other.insurer().value());
            }
        } catch (DropException e) {
            unreachable.add(other.insurer().value());
        }
    }

    /** Adds the results of the connection: all steps before the step that was reached were successful. */
    private void addConnectionResults(DropCheckStep reached) {
        Handshake server = attempt.handshake();
        if (reached.compareTo(DropCheckStep.NAME) > 0) {
            add(DropCheckCode.NAME_FOUND, address.host(), addresses());
        }
        if (reached.compareTo(DropCheckStep.PORT) > 0) {
            add(DropCheckCode.SSH_ANSWERS, program());
        }
        if (reached.compareTo(DropCheckStep.KEY_EXCHANGE) > 0) {
            List<String> lastResorts = server.lastResorts();
            add(
                    lastResorts.isEmpty() ? DropCheckCode.EXCHANGE_STRICT : DropCheckCode.EXCHANGE_LAST_RESORT,
                    server.agreed(KexProposalOption.ALGORITHMS).orElse(""),
                    server.agreed(KexProposalOption.C2SENC).orElse(""),
                    server.agreed(KexProposalOption.C2SMAC).orElse(""),
                    String.join(", ", lastResorts));
        }
        if (reached.compareTo(DropCheckStep.HOST_KEY) > 0) {
            add(DropCheckCode.HOST_KEY_PINNED, server.shown().orElseThrow(), otherPins());
        }
        if (reached.compareTo(DropCheckStep.LOGIN) > 0) {
            add(DropCheckCode.LOGGED_IN, address.user());
        }
    }

    private DropCheckStep reached() {
        return DropCheckStep.valueOf(attempt.step().name());
    }

    private DropCheckResult failure(DropException e) {
        DropCheckStep step = reached();
        return switch (step) {
            case NAME, PORT -> new PortDiagnosis(attempt, address, client.timeouts()).diagnose(e);
            case KEY_EXCHANGE -> keyExchange(e);
            case HOST_KEY -> hostKey(e);
            case LOGIN -> login(e);
            case SFTP -> DropCheckResult.of(step, DropCheckCode.SFTP_REFUSED, SftpExceptionTranslator.describe(e));
            default -> DropCheckResult.brokeOff(step, e);
        };
    }

    private DropCheckResult keyExchange(DropException e) {
        Handshake server = attempt.handshake();
        if (server.isNotStrict()) {
            return DropCheckCode.EXCHANGE_NOT_STRICT.with(program());
        }
        return server.disagreement().isPresent()
                ? DropCheckCode.EXCHANGE_NO_COMMON.with(server.missingAlgorithms(), program())
                : DropCheckResult.brokeOff(DropCheckStep.KEY_EXCHANGE, e);
    }

    private DropCheckResult hostKey(DropException e) {
        return e instanceof HostKeyRefusedException refused
                ? DropCheckCode.HOST_KEY_NOT_PINNED.with(
                        attempt.refused().stream()
                                .map(Handshake.ShownKey::toString)
                                .collect(Collectors.joining(", ")),
                        address.pins(),
                        dropContext.insurer(),
                        refused.offered())
                : DropCheckResult.brokeOff(DropCheckStep.HOST_KEY, e);
    }

    private DropCheckResult login(DropException e) {
        Handshake server = attempt.handshake();
        String user = address.user();
        String methods = SanitizedText.of(String.join(", ", server.methods()));
        if (server.asksForNewPassword()) {
            return DropCheckCode.PASSWORD_EXPIRED.with(user, dropContext.insurer());
        }
        if (!(e instanceof DropLoginRefusedException)) {
            return DropCheckResult.brokeOff(DropCheckStep.LOGIN, e);
        }
        if (own.password().isEmpty() && !server.methods().contains("publickey")) {
            return DropCheckCode.PASSWORD_WANTED.with(user, methods, dropContext.insurer());
        }
        return DropCheckCode.LOGIN_REFUSED.with(user, methods, own.shown(), ourKey());
    }

    private String ourKey() {
        return own.keys().stream()
                .map(pair -> new SshPublicKey(pair.getPublic()).line("jinbo-association"))
                .findFirst()
                .orElse("-");
    }

    private String addresses() {
        return attempt.addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }

    private String program() {
        return attempt.handshake().identification().map(SanitizedText::of).orElse("-");
    }

    private String otherPins() {
        TreeSet<String> others = new TreeSet<>(address.pins().fingerprints());
        attempt.handshake().shown().ifPresent(key -> others.remove(key.fingerprint()));
        return others.isEmpty() ? "-" : String.join(", ", others);
    }

    private void add(DropCheckCode code, Object... facts) {
        found.add(code.with(facts));
    }

    public record InsurerDrop(InsurerCode insurer, DropAddress address, DropCredentials own) {

        DropContext dropContext() {
            return DropContext.ofAssociation(insurer, address);
        }
    }

    /** Explains why no SSH server answers: because of the host name, the port, or something else that answers. */
    private record PortDiagnosis(ConnectionAttempt attempt, DropAddress address, DropTimeouts timeouts) {

        DropCheckResult diagnose(DropException e) {
            List<Throwable> causes = attempt.failure().map(PortDiagnosis::chain).orElse(List.of());
            if (attempt.step() == ConnectionStep.NAME) {
                return has(causes, UnknownHostException.class)
                        ? DropCheckCode.NAME_UNKNOWN.with(address.host())
                        : DropCheckCode.NAME_NOT_TOLD.with(address.host(), seconds(timeouts.connect()));
            }
            if (!attempt.isConnected()) {
                return port(e, causes);
            }
            String lines =
                    SanitizedText.of(String.join(" / ", attempt.handshake().lines()));
            if (!lines.isEmpty()) {
                return DropCheckCode.NOT_SSH.with(address.port(), lines);
            }
            if (has(causes, StreamCorruptedException.class)) {
                return DropCheckCode.NOT_SSH.with(address.port(), SftpExceptionTranslator.describe(e));
            }
            return attempt.timedOut()
                    ? DropCheckCode.SERVER_SILENT.with(seconds(timeouts.login()))
                    : DropCheckCode.SERVER_HUNG_UP.with(SftpExceptionTranslator.describe(e));
        }

        private DropCheckResult port(DropException e, List<Throwable> causes) {
            int port = address.port();
            String tried = attempt.addresses().stream()
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            if (attempt.timedOut()) {
                return DropCheckCode.PORT_SILENT.with(port, tried, seconds(timeouts.connect()));
            }
            return has(causes, ConnectException.class) && !has(causes, NoRouteToHostException.class)
                    ? DropCheckCode.PORT_CLOSED.with(port, tried)
                    : DropCheckCode.HOST_UNREACHABLE.with(port, tried, systemMessage(e, causes));
        }

        /** The last cause, because it has the message of the operating system. */
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
}
