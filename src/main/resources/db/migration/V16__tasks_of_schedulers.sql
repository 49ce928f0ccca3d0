-- Each node has three schedulers, and each takes its tasks from a view of its own. A row is in exactly one of the views.

create view scheduled_tasks_of_partitions with (security_invoker = true) as
select * from scheduled_tasks where task_name = 'partition'
with local check option;

comment on view scheduled_tasks_of_partitions is 'Partitions of steps that all nodes share';

create view scheduled_tasks_for_all with (security_invoker = true) as
select * from scheduled_tasks where task_name <> 'partition' and task_instance in ('all', 'recurring')
with local check option;

comment on view scheduled_tasks_for_all is 'Runs for all insurers, and the planning of runs';

create view scheduled_tasks_of_insurers with (security_invoker = true) as
select * from scheduled_tasks where task_name <> 'partition' and task_instance not in ('all', 'recurring')
with local check option;

comment on view scheduled_tasks_of_insurers is 'Runs for one insurer, whose code is the instance';
