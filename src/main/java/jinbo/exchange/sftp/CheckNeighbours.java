package jinbo.exchange.sftp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.participant.insurer.InsurerCode;

/**
 * Looks whether the drops of other insurers are the same folders under another name, account or path: a file that is put into
 * {@code download/} would be seen there. Only those are asked whose server may show the same host key.
 */
final class CheckNeighbours {

    private final List<DropNeighbour> neighbours;
    private final Function<DropNeighbour, RemoteFiles> connect;
    private final String name;
    private final List<InsurerCode> same = new ArrayList<>();
    private final List<InsurerCode> notSeen = new ArrayList<>();

    /**
     * @param neighbours the drops of other insurers
     * @param connect opens one of them
     * @param mark which makes the name of the file its own
     */
    CheckNeighbours(List<DropNeighbour> neighbours, Function<DropNeighbour, RemoteFiles> connect, String mark) {
        this.neighbours = neighbours;
        this.connect = connect;
        this.name = CheckInside.PROBE + mark + ".own";
    }

    /**
     * @param shown the host key that this drop's server has shown
     */
    CheckResult look(RemoteFiles remote, String shown) {
        List<DropNeighbour> onTheServer = neighbours.stream()
                .filter(each -> each.address().pins().allow(shown))
                .toList();
        if (onTheServer.isEmpty()) {
            return CheckResult.of(CheckStep.OTHER_INSURERS, CheckCode.DROP_OWN, 0);
        }
        CheckFile.write(remote, DropFolder.DOWNLOAD, name);
        try {
            onTheServer.forEach(this::look);
        } finally {
            remote.removeIfThere(DropFolder.DOWNLOAD, name);
        }
        if (!same.isEmpty()) {
            return CheckResult.of(CheckStep.OTHER_INSURERS, CheckCode.DROP_SHARED, shown(same));
        }
        return notSeen.isEmpty()
                ? CheckResult.of(CheckStep.OTHER_INSURERS, CheckCode.DROP_OWN, onTheServer.size())
                : CheckResult.of(CheckStep.OTHER_INSURERS, CheckCode.DROP_NOT_COMPARED, shown(notSeen));
    }

    private void look(DropNeighbour neighbour) {
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
