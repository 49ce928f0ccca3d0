package jinbo.platform.home;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.platform.files.Exposure;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyPermissions;

/** Checks the access to the secrets in a home: all files in {@code keys/}, and the passwords of the database. */
public record HomeSecrets(Home home) {

    /** @throws HomeException if another user can access secrets; names them and the commands that solve it */
    public void requireClosed() {
        List<Exposure> exposures = exposures();
        if (!exposures.isEmpty()) {
            String all = exposures.stream()
                    .map(exposure -> exposure.path() + ": " + exposure.what())
                    .collect(Collectors.joining("; "));
            String remedies =
                    exposures.stream().map(Exposure::remedy).distinct().collect(Collectors.joining(" && "));
            throw new HomeException(HomeError.SECRETS_OPEN_TO_OTHERS, home.root(), all, remedies);
        }
    }

    /** The secrets that other users can access; a folder precedes its entries. */
    List<Exposure> exposures() {
        List<Exposure> found = new ArrayList<>();
        try {
            OwnerOnlyPermissions.findNameExposure(home.root()).ifPresent(found::add);
            for (Path secret : secrets()) {
                exposureOf(secret).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new HomeException(HomeError.SECRETS_UNREADABLE, home.root()).causedBy(e);
        }
        return List.copyOf(found);
    }

    private List<Path> secrets() throws IOException {
        List<Path> secrets = new ArrayList<>(new FolderWalk(home.keys()).all());
        secrets.add(home.database());
        secrets.add(RunningDatabaseServer.file(home.database()).path());
        return secrets.stream().sorted().toList();
    }

    private static Optional<Exposure> exposureOf(Path secret) throws IOException {
        try {
            return OwnerOnlyPermissions.exposureOf(secret);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }
}
