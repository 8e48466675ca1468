import { App } from 'antd';
import { useNavigate } from 'react-router-dom';
import { problemWords } from '../api/problem-words';
import { useWrite } from '../api/use-write';

/** Takes a call and opens its draft; says who has it when somebody was faster. */
export function useClaim() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const write = useWrite('POST /api/calls/:id/claim');
  const claim = async (id: string): Promise<void> => {
    try {
      const { draftId } = await write.mutateAsync({ params: { id }, body: {} });
      await navigate(`/register?draft=${draftId ?? ''}`);
    } catch (reason) {
      message.error(problemWords(reason));
    }
  };
  return { claim, isBusy: write.isPending };
}
