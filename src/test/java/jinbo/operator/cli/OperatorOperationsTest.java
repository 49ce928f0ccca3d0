package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.OperationType;
import jinbo.participant.operation.Previews;
import jinbo.participant.staff.Duty;
import jinbo.testing.PageMessages;
import jinbo.testing.ProgramClasses;
import org.junit.jupiter.api.Test;

/** The catalogue is whole: what is declared can be asked for, and is handled once. */
class OperatorOperationsTest {

    private static final List<Class<?>> TYPES =
            ProgramClasses.ALL.stream().map(JavaClass::reflect).collect(Collectors.toList());

    @Test
    void everyOperationOfTheProgramIsInTheCatalog() {
        assertThat(OperatorOperations.CATALOG.types().stream().map(OperationType::type))
                .containsExactlyInAnyOrderElementsOf(TYPES.stream()
                        .filter(type -> type.isRecord() && Operation.class.isAssignableFrom(type))
                        .<Class<? extends Operation>>map(type -> type.asSubclass(Operation.class))
                        .collect(Collectors.toList()));
    }

    @Test
    void theConsoleHasWordsForWhateverTakesTwoPeople() {
        assertThat(OperatorOperations.CATALOG.types().stream()
                        .filter(type -> type.useCase().duty().requiresSecondPerson())
                        .map(type -> "asks." + type.useCase().name().replace(' ', '-')))
                .isSubsetOf(new PageMessages(Path.of("src/main/resources/jinbo/operator/console"))
                        .of("messages.properties")
                        .stringPropertyNames());
    }

    @Test
    void everyOperationIsHandledOnceAndPreviewedWhereItTakesTwoPeople() {
        assertThat(taken(Handles.class))
                .containsExactlyInAnyOrderElementsOf(OperatorOperations.CATALOG.types().stream()
                        .map(OperationType::type)
                        .collect(Collectors.toList()));
        assertThat(Set.copyOf(taken(Previews.class)))
                .isEqualTo(OperatorOperations.CATALOG.types().stream()
                        .filter(type -> type.useCase().duty().requiresSecondPerson())
                        .map(OperationType::type)
                        .collect(Collectors.toSet()));
    }

    @Test
    void noOperationThatWaitsHoldsWhatIsHiddenForItWouldBeLost() {
        assertThat(OperatorOperations.CATALOG.types().stream()
                        .filter(type -> type.useCase().duty().requiresSecondPerson())
                        .flatMap(type -> type.parts().stream())
                        .filter(part -> part.valueType() == HiddenText.class))
                .isEmpty();
    }

    /** Whose signature is kept for good in the access log, and why nobody's is. */
    @Test
    void everyDecisionIsSigned() {
        assertThat(OperatorOperations.CATALOG.types().stream()
                        .map(OperatorOperationsTest::signed)
                        .sorted())
                .containsExactlyElementsOf("""
            audit accept     ; both
            audit check      ; nobody: is looked at
            audit export     ; nobody: is looked at
            audit key        ; nobody: is looked at
            audit prove      ; nobody: is looked at
            audit report     ; nobody: is looked at
            audit search     ; nobody: is looked at
            calendar import  ; both
            cancel           ; both
            case appeal      ; who asks
            case assign      ; both
            case decide      ; both
            case evidence    ; nobody: is looked at
            case list        ; nobody: is looked at
            case open        ; who asks
            case report      ; nobody: is looked at
            case show        ; nobody: is looked at
            change           ; both
            confirm          ; nobody: what is confirmed is signed
            confirm list     ; nobody: is looked at
            confirm refuse   ; who asks
            confirm show     ; nobody: is looked at
            demo advance     ; nobody: a demo has no people to ask
            drop check       ; nobody: is tried
            drop password    ; who asks
            held list        ; nobody: is looked at
            held refuse      ; who asks
            held release     ; both
            held show        ; nobody: is looked at
            insurer add      ; both
            insurer add-line ; both
            insurer add-ssh-key ; both
            insurer agree    ; both
            insurer describe ; who asks
            insurer end-line ; both
            insurer lapse    ; both
            insurer leave    ; both
            insurer list     ; nobody: is looked at
            insurer pin      ; both
            insurer resume   ; who asks
            insurer show     ; nobody: is looked at
            insurer succeed  ; both
            insurer suspend  ; who asks
            insurer unpin    ; both
            key accept       ; both
            key add          ; both
            key export       ; nobody: is looked at
            key list         ; nobody: is looked at
            key policy       ; nobody: is looked at
            key protect      ; who asks
            key refuse       ; both
            key renew        ; both
            key retire       ; both
            key revoke       ; both
            key ssh          ; nobody: is looked at
            key waiting      ; nobody: is looked at
            line add         ; both
            line close       ; both
            line list        ; nobody: is looked at
            lookup           ; nobody: is looked at
            person add       ; both
            person agree     ; both
            person list      ; nobody: is looked at
            person password  ; who asks
            person revoke    ; both
            recovery ingest  ; both
            recovery list    ; nobody: is looked at
            recovery settle  ; both
            register         ; both
            registry verify  ; nobody: is looked at
            release          ; both
            run              ; nobody: is done by schedule, too
            sanction impose  ; both
            sanction lift    ; both
            sanction list    ; nobody: is looked at
            sanction refuse  ; both
            segments import  ; both
            show             ; nobody: is looked at
            status           ; nobody: is looked at
            unit add         ; both
            unit agree       ; both
            unit close       ; who asks
            unit list        ; nobody: is looked at
            withdraw         ; both
            """.lines()
                        .map(line -> line.replaceAll(" *;", ";").replaceAll(": .*", ""))
                        .sorted()
                        .toList());
    }

    private static String signed(OperationType type) {
        Duty duty = type.useCase().duty();
        String by = duty.requiresSecondPerson() ? "both" : duty.isDecision() ? "who asks" : "nobody";
        return type.useCase().name() + "; " + by;
    }

    private List<Class<?>> taken(Class<? extends Annotation> purpose) {
        return TYPES.stream()
                .filter(type -> type.isAnnotationPresent(OperationHandlers.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(purpose))
                .<Class<?>>map(OperatorOperationsTest::operation)
                .collect(Collectors.toList());
    }

    private static Class<?> operation(Method method) {
        return method.getParameterTypes()[0];
    }
}
