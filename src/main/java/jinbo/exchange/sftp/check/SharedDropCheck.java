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
 * Looks whether the drops of other insurers are the same folders under another name, account or path: a file that is put into
 * {@code download/} would be seen there. Only those are asked whose server may show the same host key.
 */
final class SharedDropCheck {

    private final List<InsurerDrop> neighbours;
    private final Function<InsurerDrop, RemoteFiles> connect;
    private final String name;
    private final List<InsurerCode> same = new ArrayList<>();
    private final List<InsurerCode> notSeen = new ArrayList<>();

    /** @param mark which makes the name of the file its own */
    SharedDropCheck(List<InsurerDrop> neighbours, Function<InsurerDrop, RemoteFiles> connect, String mark) {
        this.neighbours = neighbours;
        this.connect = connect;
        this.name = SessionCheck.PROBE + mark + ".own";
    }

    /** @param shown the host key that this drop's server has shown */
    DropCheckResult look(RemoteFiles remote, String shown) {
        List<InsurerDrop> onTheServer = neighbours.stream()
                .filter(each -> each.address().pins().allow(shown))
                .toList();
        if (onTheServer.isEmpty()) {
            return DropCheckResult.of(DropCheckStep.OTHER_INSURERS, DropCheckCode.DROP_OWN, 0);
        }
        CheckTestFile.write(remote, DropFolder.DOWNLOAD, name);
        try {
            onTheServer.forEach(this::look);
        } finally {
            remote.removeIfThere(DropFolder.DOWNLOAD, name);
        }
        if (!same.isEmpty()) {
            return DropCheckResult.of(DropCheckStep.OTHER_INSURERS, DropCheckCode.DROP_SHARED, shown(same));
        }
        return notSeen.isEmpty()
                ? DropCheckResult.of(DropCheckStep.OTHER_INSURERS, DropCheckCode.DROP_OWN, onTheServer.size())
                : DropCheckResult.of(DropCheckStep.OTHER_INSURERS, DropCheckCode.DROP_NOT_COMPARED, shown(notSeen));
    }

    private void look(InsurerDrop neighbour) {
        try (RemoteFiles theirs = connect.apply(neighbour)) {
            if (theirs.find(DropFolder.DOWNLOAD, name).isPresent()) {
                same.add(neighbour.insurer());
            }
        } catch (DropException e) {
            notSeen.add(neighbour.insurer());
        }
    }

    private static String shown(List<InsurerCode> insurers) {
        return insurers.stream().map(InsurerCode::value).collect(Collectors.joining(", "));
    }
}
