package jinbo.exchange.sftp.server;

import java.util.Optional;

/** Who may log in to the embedded server. Asked at every login and request, so that an insurer added
 * meanwhile gets in, and one that has left is out. */
@FunctionalInterface
public interface DropAccounts {

    /** @param user what somebody typed as user name: any text at all */
    Optional<DropAccount> find(String user);
}
