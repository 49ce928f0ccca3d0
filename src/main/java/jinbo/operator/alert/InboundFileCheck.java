package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Looks whether files of an insurer wait: for an operator, or for their verdict, answer or archive. */
@Component
record InboundFileCheck(InboundFiles inbound) {

    List<Alert> about(InsurerCode insurer) {
        List<Alert> found = new ArrayList<>();
        long held = inbound.held().stream()
                .filter(file -> file.insurer().equals(insurer))
                .count();
        if (held > 0) {
            found.add(Alert.about(insurer, Code.FILES_HELD, held));
        }
        int unfinished = inbound.unfinished(insurer).size();
        if (unfinished > 0) {
            found.add(Alert.about(insurer, Code.FILES_UNFINISHED, unfinished));
        }
        return found;
    }
}
