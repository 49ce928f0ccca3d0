package jinbo.participant.operation;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.participant.operation.OperationHandlers.ChecksPerson;
import jinbo.participant.operation.OperationHandlers.Enriches;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Finds and calls the handler methods of operations. A bean is created when one of its methods is first called. */
@Component
class HandlerMethods {

    private static final List<Class<? extends Annotation>> PURPOSES =
            List.of(Handles.class, Previews.class, Enriches.class, ChecksPerson.class);

    private final ListableBeanFactory beans;
    private final Map<Class<? extends Annotation>, Map<Class<?>, Handler>> methods = new HashMap<>();

    private record Handler(String bean, Method method) {}

    HandlerMethods(ListableBeanFactory beans) {
        this.beans = beans;
        PURPOSES.forEach(purpose -> methods.put(purpose, new HashMap<>()));
        for (String name : beans.getBeanNamesForAnnotation(OperationHandlers.class)) {
            Class<?> type = ClassUtils.getUserClass(beans.getType(name));
            for (Method method : type.getDeclaredMethods()) {
                PURPOSES.stream()
                        .filter(method::isAnnotationPresent)
                        .forEach(purpose -> add(purpose, new Handler(name, method)));
            }
        }
    }

    private void add(Class<? extends Annotation> purpose, Handler handler) {
        Class<?> operation = handler.method().getParameterTypes()[0];
        Handler other = methods.get(purpose).putIfAbsent(operation, handler);
        if (other != null) {
            throw new IllegalStateException(operation + " has two handlers: " + other + ", " + handler);
        }
        handler.method().setAccessible(true);
    }

    boolean has(Class<? extends Annotation> purpose, Class<? extends Operation> operation) {
        return methods.get(purpose).containsKey(operation);
    }

    Outline preview(Operation operation) throws Exception {
        return (Outline) call(Previews.class, operation).orElseThrow();
    }

    /** Calls a handler method with arguments found by type. Empty if there is no method, or it returns nothing. */
    Optional<Object> call(Class<? extends Annotation> purpose, Operation operation, Object... facts) throws Exception {
        Handler handler = methods.get(purpose).get(operation.getClass());
        if (handler == null) {
            return Optional.empty();
        }
        Object[] arguments = Arrays.stream(handler.method().getParameterTypes())
                .map(type -> type.isInstance(operation) ? operation : argument(type, facts))
                .toArray();
        try {
            return Optional.ofNullable(handler.method().invoke(beans.getBean(handler.bean()), arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception failed) {
                throw failed;
            }
            throw e;
        }
    }

    private static Object argument(Class<?> type, Object... facts) {
        return Arrays.stream(facts)
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Handler methods get no argument of " + type));
    }
}
