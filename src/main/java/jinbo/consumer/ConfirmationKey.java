package jinbo.consumer;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.springframework.stereotype.Component;

/** The key that signs confirmations for consumers, in the home: another one than those that open uploads or sign the log. */
@Component
record ConfirmationKey(Home home) {

    private static final String NAME = "confirmation.jinbo.invalid";

    /**
     * The key; the first time that it is asked for it is made.
     *
     * @throws HomeException if it cannot be read
     */
    synchronized NoteSigner signer() {
        Path path = home.keys().resolve("confirmation.key");
        NoteKeyFile file = new NoteKeyFile(path);
        try {
            return file.exists() ? file.read(NAME) : file.generate(NAME);
        } catch (IOException e) {
            throw new HomeException(ConsumerKeyError.CONFIRMATION_KEY_UNUSABLE, path).causedBy(e);
        }
    }
}
