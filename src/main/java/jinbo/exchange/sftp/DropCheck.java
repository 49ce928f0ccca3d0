package jinbo.exchange.sftp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.kex.KexProposalOption;

/**
 * Tries a drop step by step, and says of each what was found; after a failure, what follows from it is not tried. It writes
 * under names that begin with a dot, which both sides of the exchange pass over, and takes away what it wrote.
 */
final class DropCheck {

    private final Connecting connecting;
    private final Party party;
    private final DropCredentials own;
    private final DropTimeouts timeouts;
    private final List<CheckResult> found = new ArrayList<>();

    DropCheck(Connecting connecting, Party party, DropCredentials own, DropTimeouts timeouts) {
        this.connecting = connecting;
        this.party = party;
        this.own = own;
        this.timeouts = timeouts;
    }

    /**
     * @param onceInside the steps that need a session
     * @param neighbours the step that needs sessions with others, too; taken if all is well until then
     */
    List<CheckResult> run(CheckInside onceInside, CheckNeighbours neighbours) {
        DropAddress address = party.address();
        add(CheckStep.ADDRESS, CheckCode.ADDRESS_KNOWN, address, address.pins(), own.shown());
        try (RemoteFiles remote = connecting.open(own)) {
            tellTheWayIn(CheckStep.SFTP);
            found.addAll(onceInside.of(remote));
            if (found.stream().noneMatch(CheckResult::isWrong)) {
                found.add(besideOthers(remote, neighbours));
            }
        } catch (DropException e) {
            tellTheWayIn(connecting.step());
            found.add(failure(e));
        }
        for (CheckStep step : CheckStep.values()) {
            if (found.stream().noneMatch(checked -> checked.step() == step)) {
                add(step, CheckCode.NOT_TRIED);
            }
        }
        found.sort(Comparator.comparing(CheckResult::step));
        return List.copyOf(found);
    }

    private CheckResult besideOthers(RemoteFiles remote, CheckNeighbours neighbours) {
        try {
            return neighbours.look(
                    remote, connecting.handshake().shown().orElseThrow().fingerprint());
        } catch (DropException e) {
            return CheckResult.of(CheckStep.OTHER_INSURERS, CheckCode.BROKE_OFF, e.getMessage());
        }
    }

    /** The steps before the one that was reached went well. */
    private void tellTheWayIn(CheckStep reached) {
        Handshake server = connecting.handshake();
        if (reached.compareTo(CheckStep.NAME) > 0) {
            add(CheckStep.NAME, CheckCode.NAME_FOUND, party.address().host(), addresses());
        }
        if (reached.compareTo(CheckStep.PORT) > 0) {
            add(CheckStep.PORT, CheckCode.SSH_ANSWERS, program());
        }
        if (reached.compareTo(CheckStep.KEY_EXCHANGE) > 0) {
            List<String> lastResorts = server.lastResorts();
            add(
                    CheckStep.KEY_EXCHANGE,
                    lastResorts.isEmpty() ? CheckCode.EXCHANGE_STRICT : CheckCode.EXCHANGE_LAST_RESORT,
                    server.agreed(KexProposalOption.ALGORITHMS).orElse(""),
                    server.agreed(KexProposalOption.C2SENC).orElse(""),
                    server.agreed(KexProposalOption.C2SMAC).orElse(""),
                    String.join(", ", lastResorts));
        }
        if (reached.compareTo(CheckStep.HOST_KEY) > 0) {
            add(CheckStep.HOST_KEY, CheckCode.HOST_KEY_PINNED, server.shown().orElseThrow(), otherPins());
        }
        if (reached.compareTo(CheckStep.LOGIN) > 0) {
            add(CheckStep.LOGIN, CheckCode.LOGGED_IN, party.address().user());
        }
    }

    private CheckResult failure(DropException e) {
        CheckStep step = connecting.step();
        return switch (step) {
            case NAME, PORT -> new TellPort(connecting, party, timeouts).of(e);
            case KEY_EXCHANGE -> exchange(e);
            case HOST_KEY -> hostKey(e);
            case LOGIN -> login(e);
            case SFTP -> CheckResult.of(step, CheckCode.SFTP_REFUSED, Trouble.words(e));
            default -> CheckResult.of(step, CheckCode.BROKE_OFF, e.getMessage());
        };
    }

    private CheckResult exchange(DropException e) {
        Handshake server = connecting.handshake();
        if (server.isRefusedAsNotStrict()) {
            return CheckResult.of(CheckStep.KEY_EXCHANGE, CheckCode.EXCHANGE_NOT_STRICT, program());
        }
        return server.disagreement().isPresent()
                ? CheckResult.of(CheckStep.KEY_EXCHANGE, CheckCode.EXCHANGE_NO_COMMON, server.notAgreedOn(), program())
                : CheckResult.of(CheckStep.KEY_EXCHANGE, CheckCode.BROKE_OFF, e.getMessage());
    }

    private CheckResult hostKey(DropException e) {
        return e instanceof HostKeyRefusedException refused
                ? CheckResult.of(
                        CheckStep.HOST_KEY,
                        CheckCode.HOST_KEY_NOT_PINNED,
                        connecting.refused().stream()
                                .map(Handshake.Shown::toString)
                                .collect(Collectors.joining(", ")),
                        party.address().pins(),
                        party.insurer(),
                        refused.offered())
                : CheckResult.of(CheckStep.HOST_KEY, CheckCode.BROKE_OFF, e.getMessage());
    }

    private CheckResult login(DropException e) {
        Handshake server = connecting.handshake();
        String user = party.address().user();
        String methods = ShownText.of(String.join(", ", server.methods()));
        if (server.asksForNewPassword()) {
            return CheckResult.of(CheckStep.LOGIN, CheckCode.PASSWORD_EXPIRED, user, party.insurer());
        }
        if (!(e instanceof DropLoginRefusedException)) {
            return CheckResult.of(CheckStep.LOGIN, CheckCode.BROKE_OFF, e.getMessage());
        }
        if (own.password().isEmpty() && !server.methods().contains("publickey")) {
            return CheckResult.of(CheckStep.LOGIN, CheckCode.PASSWORD_WANTED, user, methods, party.insurer());
        }
        return CheckResult.of(CheckStep.LOGIN, CheckCode.LOGIN_REFUSED, user, methods, own.shown(), ourKey());
    }

    private String ourKey() {
        return own.keys().stream()
                .map(pair -> new SshPublicKey(pair.getPublic()).line("jinbo-association"))
                .findFirst()
                .orElse("-");
    }

    private String addresses() {
        return connecting.addresses().stream()
                .map(address -> address.getHostAddress())
                .collect(Collectors.joining(", "));
    }

    private String program() {
        return connecting.handshake().identification().map(ShownText::of).orElse("-");
    }

    private String otherPins() {
        TreeSet<String> others = new TreeSet<>(party.address().pins().fingerprints());
        connecting.handshake().shown().ifPresent(key -> others.remove(key.fingerprint()));
        return others.isEmpty() ? "-" : String.join(", ", others);
    }

    private void add(CheckStep step, CheckCode code, Object... facts) {
        found.add(CheckResult.of(step, code, facts));
    }
}
