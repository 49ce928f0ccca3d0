package jinbo.operator.alert;

import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.batch.EmbeddedFolders;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** Looks whether an insurer has a drop for itself alone, and its folders are there. */
@Component
record DropCheck(Insurers insurers, EmbeddedFolders folders) {

    Optional<Alert> shared(Insurer insurer) {
        String others =
                insurers.sharingDropOf(insurer).stream().map(InsurerCode::value).collect(Collectors.joining(", "));
        return alert(insurer, Code.DROP_SHARED, others);
    }

    Optional<Alert> vanishedFolders(Insurer insurer) {
        String vanished = folders.vanished(insurer).stream()
                .map(folder -> folder.folderName() + "/")
                .collect(Collectors.joining(", "));
        return alert(insurer, Code.DROP_FOLDER_MISSING, vanished);
    }

    private static Optional<Alert> alert(Insurer insurer, Code code, String names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(Alert.about(insurer.code(), code, names));
    }
}
