package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.springframework.stereotype.Component;

/** Stores passwords for insurers' SFTP servers, used with or instead of the SSH key, in owner-only files. */
@Component
public record DropPasswords(Home home) {

    private static final String ENDING = ".password";
    private static final int MAX_CHARACTERS = 256;

    /** @throws HomeException if the file cannot be read or its permissions are insecure */
    public Optional<String> find(InsurerCode insurer) {
        OwnerOnlyFile file = file(insurer);
        try {
            return file.exists() ? Optional.of(file.read()) : Optional.empty();
        } catch (IOException e) {
            throw new HomeException(BatchError.DROP_PASSWORD_UNUSABLE, file.path(), insurer).causedBy(e);
        }
    }

    /** @throws jinbo.platform.files.OwnerOnlyFile.InsecurePermissionsException if others can access the file */
    public String in(Path file) throws IOException {
        return new OwnerOnlyFile(file).readLine();
    }

    /** @throws BatchException if the password is empty, longer than 256 characters or contains control characters */
    public void set(InsurerCode insurer, String password) throws IOException {
        if (password.isEmpty()
                || password.length() > MAX_CHARACTERS
                || password.chars().anyMatch(Character::isISOControl)) {
            throw new BatchException(BatchError.PASSWORD_UNUSABLE);
        }
        OwnerOnlyPermissions.createFolder(folder());
        file(insurer).write(password);
    }

    public boolean forget(InsurerCode insurer) throws IOException {
        boolean existed = Files.exists(file(insurer).path());
        file(insurer).destroy();
        return existed;
    }

    private OwnerOnlyFile file(InsurerCode insurer) {
        return new OwnerOnlyFile(folder().resolve(insurer.value() + ENDING));
    }

    private Path folder() {
        return home.keys().resolve("drops");
    }
}
