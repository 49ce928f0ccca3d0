package jinbo.exchange.sftp.check;

import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.participant.insurer.InsurerCode;

/**
 * An insurer's drop and the way in.
 *
 * @param insurer whose drop it is
 * @param address where it is
 * @param own by what we log in there
 */
public record InsurerDrop(InsurerCode insurer, DropAddress address, DropCredentials own) {

    DropContext dropContext() {
        return DropContext.ofAssociation(insurer, address);
    }
}
