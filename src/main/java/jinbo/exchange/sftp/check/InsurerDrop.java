package jinbo.exchange.sftp.check;

import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.participant.insurer.InsurerCode;

public record InsurerDrop(InsurerCode insurer, DropAddress address, DropCredentials own) {

    DropContext dropContext() {
        return DropContext.ofAssociation(insurer, address);
    }
}
