package jinbo.exchange.keys;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code jinbo.keys.*}; one that there is not is refused, since whoever misspells it would think the keys guarded.
 *
 * @param passphraseFile the file that holds the passphrase of the association's keys; empty where none is named
 */
@ConfigurationProperties(prefix = "jinbo.keys", ignoreUnknownFields = false)
public record KeySettings(@DefaultValue("") String passphraseFile) {

    public Optional<Path> file() {
        return Optional.of(passphraseFile).filter(named -> !named.isBlank()).map(Path::of);
    }
}
