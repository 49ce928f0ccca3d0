-- Of the form that was sent, so that sending it twice opens one case. Null: taken before forms had one.
alter table call_case add column request uuid unique;
