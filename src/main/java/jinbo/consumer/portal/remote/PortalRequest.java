package jinbo.consumer.portal.remote;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * A call of {@link ConsumerService}, or of {@link DeliveryReceipts#take}, from a remote portal; its arguments are never
 * logged.
 */
record PortalRequest(Method call, List<Object> arguments) {

    /** The permitted calls, by name. */
    static final Map<String, Method> CALLS = Stream.concat(
                    Arrays.stream(ConsumerService.class.getMethods()),
                    Arrays.stream(DeliveryReceipts.class.getMethods())
                            .filter(method -> method.getName().equals("take")))
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));

    PortalRequest {
        arguments = List.copyOf(arguments);
    }

    @Nullable
    Object execute(ConsumerService service, DeliveryReceipts receipts) {
        Object target = call.getDeclaringClass() == ConsumerService.class ? service : receipts;
        return ReflectionUtils.invokeMethod(call, target, arguments.toArray());
    }

    /** Without arguments. */
    @Override
    public String toString() {
        return "PortalRequest[" + call.getName() + "]";
    }
}
