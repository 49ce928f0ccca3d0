package jinbo.participant.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import jinbo.platform.home.Home;
import org.springframework.stereotype.Component;

/** Whether the program runs as the owner of the home; asked of a new file, because user names are not the same everywhere. */
@Component
record HomeOwner(Home home) {

    boolean isCurrentUser() {
        try {
            Path mine = Files.createTempFile(home.requests(), "owner", ".tmp");
            try {
                UserPrincipal me = Files.getOwner(mine);
                return Files.getOwner(home.root()).equals(me);
            } finally {
                Files.delete(mine);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be found out who owns " + home.root(), e);
        }
    }
}
