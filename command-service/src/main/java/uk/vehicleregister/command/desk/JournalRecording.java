package uk.vehicleregister.command.desk;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import uk.vehicleregister.eventstore.axon.PendingAppend;

/// Records what a handler decided in the handler's own unit of work. No slice does it by hand, so none can forget it.
final class JournalRecording implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String JOURNAL = "journal";

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Decision decision = (Decision) chain.proceed();
        Journal.of(work.getMessage()).record(decision, PendingAppend.of(work));
        return decision;
    }
}
