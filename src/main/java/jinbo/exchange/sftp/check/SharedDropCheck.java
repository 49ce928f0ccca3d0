package jinbo.exchange.sftp.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.check.DropCheck.InsurerDrop;
import jinbo.participant.insurer.InsurerCode;

/**
 * Checks whether the drop of another insurer has the same folders under another name, account or path: a test file in
 * {@code download/} would appear there. Only checks drops whose pins allow the same host key.
 */
final class SharedDropCheck {

    private final List<InsurerDrop> neighbours;
    private final Function<InsurerDrop, RemoteFiles> connect;
    private final String name;
    private final List<InsurerCode> same = new ArrayList<>();
    private final List<InsurerCode> unreachable = new ArrayList<>();

    /** @param mark makes the name of the test file unique */
    SharedDropCheck(List<InsurerDrop> neighbours, Function<InsurerDrop, RemoteFiles> connect, String mark) {
        this.neighbours = neighbours;
        this.connect = connect;
        this.name = SessionCheck.PROBE + mark + ".own";
    }

    /** @param hostKey the fingerprint of this drop's server */
    DropCheckResult check(RemoteFiles remote, String hostKey) {
        List<InsurerDrop> onTheServer = neighbours.stream()
                .filter(each -> each.address().pins().allow(hostKey))
                .toList();
        if (onTheServer.isEmpty()) {
            return DropCheckResult.of(DropCheckCode.DROP_OWN, 0);
        }
        CheckTestFile.write(remote, DropFolder.DOWNLOAD, name);
        try {
            onTheServer.forEach(this::check);
        } finally {
            remote.removeIfThere(DropFolder.DOWNLOAD, name);
        }
        if (!same.isEmpty()) {
            return DropCheckResult.of(DropCheckCode.DROP_SHARED, shown(same));
        }
        return unreachable.isEmpty()
                ? DropCheckResult.of(DropCheckCode.DROP_OWN, onTheServer.size())
                : DropCheckResult.of(DropCheckCode.DROP_NOT_COMPARED, shown(unreachable));
    }

    private void check(InsurerDrop neighbour) {
        try (RemoteFiles theirs = connect.apply(neighbour)) {
            if (theirs.find(DropFolder.DOWNLOAD, name).isPresent()) {
                same.add(neighbour.insurer());
            }
        } catch (DropException e) {
            unreachable.add(neighbour.insurer());
        }
    }

    private static String shown(List<InsurerCode> insurers) {
        return insurers.stream().map(InsurerCode::value).collect(Collectors.joining(", "));
    }
}
