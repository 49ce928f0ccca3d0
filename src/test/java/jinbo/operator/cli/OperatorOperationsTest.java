package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The catalogue is whole: what is declared can be asked for, and is handled once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorOperationsTest {

    private final List<Class<?>> types = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("jinbo").stream()
                    .map(JavaClass::reflect)
                    .collect(Collectors.toList());

    @Test
    void everyOperationOfTheProgramIsInTheCatalog() {
        assertThat(OperatorOperations.CATALOG.types().stream().map(OperationType::type))
                .containsExactlyInAnyOrderElementsOf(types.stream()
                        .filter(type -> type.isRecord() && Operation.class.isAssignableFrom(type))
                        .<Class<? extends Operation>>map(type -> type.asSubclass(Operation.class))
                        .collect(Collectors.toList()));
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

    private List<Class<?>> taken(Class<? extends Annotation> purpose) {
        return types.stream()
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
